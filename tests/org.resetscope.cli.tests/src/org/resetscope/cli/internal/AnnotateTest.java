package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** analyze --annotate. */
class AnnotateTest {

    @TempDir
    private Path directory;

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    @Test
    void theCaptureIsWrittenAgainWithVerdicts() throws IOException {
        Path out = directory.resolve("out.pcapng");
        Run run = Run.of("analyze", "--annotate", out, Captures.refused(directory, "a.pcap"));
        assertEquals(0, run.exit(), run.err());
        assertTrue(text(out).contains("ResetScope r1: The reset in frame 2 answers this packet."));
        assertTrue(text(out).contains("(endpoint.refused)"));
        assertTrue(run.out().contains("connection refused"), "the report is there too");
        assertEquals(0, Run.of("analyze", "--fail-on=info", "--filter=port=9", out).exit(), "it is a capture");
    }

    @Test
    void whatTheFilterLeavesOutHasNoComment() throws IOException {
        Path out = directory.resolve("out.pcapng");
        assertEquals(0, Run.of("analyze", "--filter=port=443", "--annotate", out, Captures.refused(directory, "a.pcap")).exit());
        assertFalse(text(out).contains("ResetScope"));
    }

    @Test
    void compressedCapturesAreReadAgain() throws IOException {
        Path packed = directory.resolve("a.pcap.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Captures.refused().toBytes());
        }
        Path out = directory.resolve("out.pcapng");
        assertEquals(0, Run.of("analyze", "--annotate", out, packed).exit());
        assertTrue(text(out).contains("ResetScope r1"));
    }

    @Test
    void whatCannotWorkIsSaidBeforeTheWork() {
        Path capture = Captures.refused(directory, "a.pcap");
        Path other = Captures.refused(directory, "b.pcap");
        refused("one capture can be annotated at a time, but there are 2", directory.resolve("o.pcapng"), capture, other);
        refused("save the packets to a file first", directory.resolve("o.pcapng"), "-");
        refused("is the capture itself", capture, capture);
        refused("is a directory, or in none", directory, capture);
        refused("is a directory, or in none", directory.resolve("no/o.pcapng"), capture);
    }

    private static void refused(String why, Path out, Object... captures) {
        Object[] arguments = new Object[captures.length + 3];
        arguments[0] = "analyze";
        arguments[1] = "--annotate";
        arguments[2] = out;
        System.arraycopy(captures, 0, arguments, 3, captures.length);
        Run run = Run.of(arguments);
        assertEquals(2, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().contains("--annotate: ") && run.err().contains(why), run.err());
    }

    @Test
    void aCaptureThatCannotBeReadLeavesNothing() throws IOException {
        Path out = directory.resolve("out.pcapng");
        assertEquals(3, Run.of("analyze", "--annotate", out, Files.writeString(directory.resolve("x.pcap"), "no capture at all")).exit());
        assertFalse(Files.exists(out));
    }
}
