package org.resetscope.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.console.Gallery;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.ScriptSource;
import org.resetscope.console.session.ScriptSession;

/**
 * Each script of the gallery does on the samples what the files in {@code golden} say. They are written anew with
 * {@code -Dresetscope.golden=write}, to be looked at before they are committed.
 */
@Timeout(60)
class GalleryTest {

    private static final Path SCRIPTS = Path.of("../../docs/scripts");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "worth-a-look           | SAMPLES/refused-twice.pcap SAMPLES/forged.pcap",
            "by-cause               | SAMPLES/refused-twice.pcap SAMPLES/unread-data.pcap",
            "hosts                  | SAMPLES/forged.pcap SAMPLES/unread-data.pcap",
            "forged                 | SAMPLES/forged.pcap SAMPLES/refused-twice.pcap",
            "silences               | SAMPLES/idle-firewall.pcap",
            "logs                   | SAMPLES/unread-data.pcap DIRECTORY/app.log",
            "points                 | client=SAMPLES/forged.pcap server=SAMPLES/forged-server.pcap",
            "incidents              | DIRECTORY SAMPLES/unread-data.pcap",
            "folder                 | SAMPLES",
            "rules                  | SAMPLES",
            "packets-through-rules  | SAMPLES/corrected-rules.v4" })
    void doesWhatItSays(String name, String arguments) throws Exception {
        if (name.equals("logs")) {
            Files.writeString(directory.resolve("app.log"), "2026-11-22T15:44:26.706Z app: lost 172.28.84.84:48558\n");
        }
        RecordedOutput output = new RecordedOutput();
        ScriptSession session = new ScriptSession(OpenAnalyses.own(), output);
        session.bind("args", List.of(arguments.replace("SAMPLES", "../../samples").replace("DIRECTORY", directory.toString()).split(" ")));
        session.run(ScriptSource.file(name, Gallery.find(name).orElseThrow().text()), null);
        assertEquals(List.of(), output.problems);
        Path golden = Path.of("golden", name + ".txt");
        if ("write".equals(System.getProperty("resetscope.golden"))) {
            Files.writeString(golden, output.text);
        }
        assertEquals(Files.readString(golden), output.text.toString());
        if (name.equals("incidents")) {
            try (Stream<Path> files = Files.list(directory)) {
                assertEquals("[i1.svg, i2.svg, i3.svg, report.html]", files.map(f -> f.getFileName().toString()).sorted().toList().toString());
            }
        }
    }

    @Test
    void theGalleryIsTheFolderOfScripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            Set<String> there = files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".groovy")).collect(Collectors.toSet());
            assertEquals(there, Gallery.all().stream().map(e -> e.name() + ".groovy").collect(Collectors.toSet()));
        }
        for (Gallery.Example example : Gallery.all()) {
            assertTrue(example.text().contains("resetscope run " + example.name() + " -- "), example.name());
        }
    }
}
