package org.resetscope.firewall.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs that load rules, in a network namespace of their own. */
final class Loaders implements AutoCloseable {

    enum Language {
        IPTABLES("iptables-restore --test <"), NFT("nft -c -f"), NFT_JSON("nft -c -j -f"),
        /** By firewalld's own reader of zones, which comes without its daemon. */
        FIREWALLD("zone() { mkdir -p $1.d && cp $1 $1.d/public.xml && /usr/bin/python3 -c '"
                + "import sys; from firewall.core.io.zone import zone_reader; zone_reader(\"public.xml\", sys.argv[1])' $1.d; }; zone");

        private final String command;

        Language(String command) {
            this.command = command;
        }
    }

    private final Process shell;
    private final BufferedReader out;
    private final Writer in;
    private final Path rules;

    private Loaders(Process shell, Path folder) {
        this.shell = shell;
        this.out = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
        this.in = shell.outputWriter(StandardCharsets.UTF_8);
        this.rules = folder.resolve("rules");
    }

    /** @throws IOException where namespaces are not allowed, or a program is missing */
    static Loaders start(Path folder) throws IOException {
        Loaders loaders = new Loaders(new ProcessBuilder("unshare", "-n", "sh").redirectErrorStream(true).start(), folder);
        String wrong = loaders.refusal(Language.NFT, "table inet t {\n}\n");
        wrong = wrong == null ? loaders.refusal(Language.IPTABLES, "*filter\nCOMMIT\n") : wrong;
        if (wrong != null) {
            loaders.close();
            throw new IOException(wrong);
        }
        return loaders;
    }

    /** What the loader says to rules that it does not take; null where it takes them. */
    String refusal(Language language, String text) throws IOException {
        Files.writeString(rules, text);
        StringBuilder said = new StringBuilder();
        return run(language.command + " " + rules, said) == 0 ? null : said.toString();
    }

    /** What nft prints of rules once it has loaded them; null where it does not. */
    String json(String text) throws IOException {
        Files.writeString(rules, text);
        StringBuilder printed = new StringBuilder();
        return run("nft flush ruleset && nft -f " + rules, new StringBuilder()) == 0 && run("nft -j list ruleset", printed) == 0 ? printed.toString() : null;
    }

    private int run(String command, StringBuilder output) throws IOException {
        in.write(command + "; echo \"=$?\"\n");
        in.flush();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("=")) {
                return Integer.parseInt(line.substring(1));
            }
            output.append(line).append('\n');
        }
        throw new IOException("there is no namespace, or no shell: " + output);
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            shell.destroy();
        }
    }
}
