package org.resetscope.install.internal.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The project of a plug-in, with names to be filled in: "@id@" in texts and paths. The folder template of this bundle holds it. */
final class Template {

    private static final String FOLDER = "/template/";
    private static final String BINARY = ".pcap";
    private static final String SCRIPT = "mvnw";

    private final Map<String, String> names;

    /** @param names what stands for each name between at signs */
    Template(Map<String, String> names) {
        this.names = names;
    }

    /** @param folder that is not there yet */
    void write(Path folder) throws IOException {
        for (String line : new String(read("files.txt"), StandardCharsets.UTF_8).lines().toList()) {
            String[] fromTo = line.split(" +");
            Path file = folder.resolve(filled(fromTo[1]));
            byte[] content = read(fromTo[0]);
            Files.createDirectories(file.getParent());
            Files.write(file, fromTo[0].endsWith(BINARY) ? content
                    : filled(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            if (fromTo[0].equals(SCRIPT)) {
                file.toFile().setExecutable(true, false);
            }
        }
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("@" + name.getKey() + "@", name.getValue());
        }
        return filled;
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IOException("the template has no " + file);
            }
            return in.readAllBytes();
        }
    }
}
