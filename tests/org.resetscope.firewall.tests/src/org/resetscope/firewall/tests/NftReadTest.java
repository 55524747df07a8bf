package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.configuration.UnclearQuestionException;

/** nft's language as the program prints it and as people write it, and its JSON. */
class NftReadTest {

    private static final String INPUT = "table inet f {\n\tchain i {\n\t\ttype filter hook input priority filter; policy accept;\n";
    private static final String RESET = "\t\tct state established,related accept\n\t\tmeta l4proto tcp reject with tcp reset\n\t}\n}\n";

    @TempDir
    private Path folder;

    static String resource(String name) throws IOException {
        try (InputStream in = NftReadTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> places(List<ConfigurationProblem> problems) {
        return problems.stream().map(p -> p.code() + " " + p.line() + ":" + p.column()).toList();
    }

    private static String fates(Rules rules) throws UnclearQuestionException {
        List<String> fates = new ArrayList<>();
        for (String packet : List.of("syn", "over-window", "in-order-data", "conntrack-lost-segment-from-client", "stray-A", "stray-FPU")) {
            for (String topology : List.of("host", "routed", "dnat")) {
                for (int port : new int[] { 22, 80, 81, 2222, 9999 }) {
                    String server = topology.equals("host") ? "10.9.0.2:" : "203.0.113.2:";
                    fates.add(packet + " " + port + " " + rules.trace(packet, null, null, server + port, topology, Circumstances.USUAL).path().stream()
                            .map(s -> s.chain() + " " + s.effect()).toList());
                }
            }
        }
        return String.join("\n", fates);
    }

    /** What "nft list ruleset" and "nft -j list ruleset" printed for the same rules, which use most of the language. */
    @Test
    void textAndJsonMeanTheSame() throws IOException, UnclearQuestionException {
        Rules text = Rules.of(resource("listed.nft"));
        Rules json = Rules.of(resource("listed.json"));
        assertEquals(List.of("not-modelled"), text.problems().stream().map(ConfigurationProblem::code).toList(), "the bridge");
        assertEquals(List.of(), json.problems());
        assertEquals(fates(text), fates(json));
        assertEquals(checks(text), checks(json));
        assertTrue(json.findings().stream().allMatch(f -> f.line() == 1 && f.column() > 100), "each has its place in the one line");
    }

    private static Set<String> checks(Rules rules) {
        return rules.findings().stream().map(ConfigurationFinding::check).collect(Collectors.toSet());
    }

    @Test
    void aRuleThatCannotBeReadIsToldAndTheRestIsJudged() {
        Rules rules = Rules.of(INPUT + "\t\ttcp dport { 22, : accept }\n\t\tip saddr $nobody drop\n\t\tfrobnicate 7\n\t\tjump nowhere\n" + RESET);
        assertEquals(List.of("syntax 4:19", "syntax 5:12", "syntax 6:3", "no-such-chain 7:3"), places(rules.problems()));
        assertEquals(List.of("RST-001:9"), rules.lint());
    }

    @Test
    void braceAndEndOfTextAreNoRiddle() {
        assertEquals(List.of("syntax 4:1"), places(Rules.of(INPUT).problems()));
        assertEquals(List.of("syntax 8:1", "syntax 9:1"), places(Rules.of(INPUT + RESET.replace("\t}\n}\n", "\t}\n}\n}\n}\n") + "table inet g {\n}\n").problems()));
        assertEquals(List.of("refused 1:90"), places(Rules.of("# x\n".strip() + "\ntable inet f { chain i { type filter hook input priority 0; policy reject; } }").problems()).stream()
                .map(p -> p.replaceAll(" \\d+:\\d+", " 1:90")).toList());
    }

    @Test
    void definesSetsAndAnonymousChainsAreFollowed() {
        Rules rules = Rules.of("define web = { 80, 443 }\ndefine inside = 10.0.0.0/8\n" + INPUT.replace("\tchain", "\tset bad {\n\t\ttype ipv4_addr; flags interval\n"
                + "\t\telements = { 1.2.3.0/24,\n\t\t\t4.5.6.7 }\n\t}\n\tchain") + "\t\ttcp dport != $web drop\n\t\tip saddr @bad drop\n\t\tip saddr $inside jump {\n"
                + "\t\t\tct state invalid drop\n\t\t}\n" + RESET);
        assertEquals(List.of(), rules.problems());
        ConfigurationFinding finding = rules.findings().stream().filter(f -> f.check().startsWith("RST-00")).findFirst().orElseThrow();
        assertEquals("RST-002", finding.check());
        assertTrue(finding.certain());
        assertTrue(finding.message().contains("to port 80, 443"), finding.message());
    }

    @Test
    void whatTheKernelFillsIsNotGuessed() {
        Rules rules = Rules.of(INPUT.replace("\tchain", "\tset dyn {\n\t\ttype ipv4_addr\n\t\tflags dynamic,timeout\n\t}\n\tchain") + "\t\tip saddr != @dyn ct state invalid drop\n" + RESET);
        List<ConfigurationFinding> findings = rules.findings();
        assertEquals(List.of("RST-001", "RST-002"), findings.stream().map(ConfigurationFinding::check).toList());
        assertTrue(findings.get(0).message().endsWith("(IPv6 only)"), "the drop is for IPv4: " + findings.get(0).message());
        assertTrue(findings.get(1).message().contains("'ip saddr @dyn' matches"), findings.get(1).message());
    }

    @Test
    void chainsAreAskedByPriorityWhateverTheirOrder() {
        String late = "table inet late {\n\tchain i {\n\t\ttype filter hook input priority filter + 5\n\t\tmeta l4proto tcp reject with tcp reset\n\t}\n}\n";
        String early = "table inet early {\n\tchain i {\n\t\ttype filter hook input priority mangle - 1\n\t\tct state established,related accept\n\t\tct state invalid drop\n\t}\n}\n";
        assertEquals(List.of("ORD-002"), Rules.of(late + early).findings().stream().map(ConfigurationFinding::check).toList());
    }

    @Test
    void commandsOfAScriptAreFollowed() {
        Rules rules = Rules.of("#!/usr/sbin/nft -f\nflush ruleset\nadd table inet f\nadd chain inet f i { type filter hook input priority 0 ; }\n"
                + "add rule inet f i ct state established accept\nadd rule inet f i meta l4proto tcp \\\n  reject with tcp reset\ninsert rule inet f i ct state invalid drop\n");
        assertEquals(List.of(), rules.problems());
        assertEquals(List.of(), rules.lint());
    }

    private ConfiguredDevice read(Path file) throws IOException {
        return new Configurations().device(List.of(ConfigurationText.of(file.toString(), Files.readString(file)))).orElseThrow();
    }

    @Test
    void includesAreFollowedBelowTheFileAlone() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        Files.writeString(folder.resolve("d/10.nft"), INPUT + RESET);
        Files.writeString(folder.resolve("d/20.nft"), "include \"./20.nft\"\n");
        Path secret = Files.writeString(folder.resolve("secret"), "password\n");
        Path main = Files.writeString(folder.resolve("d/main.nft"), "#!/usr/sbin/nft -f\ninclude \"*0.nft\"\ninclude \"../secret\"\ninclude \"" + secret
                + "\"\ninclude \"missing.nft\"\n");
        ConfiguredDevice device = read(main);
        assertEquals(List.of("include 1:1", "include 3:1", "include 4:1", "include 5:1"), places(device.problems()));
        assertTrue(device.problems().get(0).text().contains("includes itself"), device.problems().get(0).text());
        ConfigurationFinding finding = device.lint(Circumstances.USUAL, null).findings().get(0);
        assertEquals(folder.resolve("d/10.nft").toString(), finding.file());
        assertEquals(5, finding.line());
    }

    @Test
    void iptablesAndNftOfOneMachineAreJudgedTogetherAndNotTwice() {
        String iptables = "*filter\n:INPUT ACCEPT\n-A INPUT -m state --state ESTABLISHED -j ACCEPT\n-A INPUT -p tcp -j REJECT --reject-with tcp-reset\nCOMMIT\n";
        String same = "table ip filter {\n\tchain INPUT {\n\t\ttype filter hook input priority filter\n\t\txt match \"state\" accept\n\t\tmeta l4proto tcp xt target \"REJECT\"\n\t}\n}\n";
        String drop = INPUT.replace("priority filter", "priority -5") + "\t\tct state invalid drop\n\t}\n}\n";
        assertEquals(List.of("RST-001:4"), Rules.of(iptables, same).lint());
        assertEquals(List.of(), Rules.of(iptables, drop).lint());
    }
}
