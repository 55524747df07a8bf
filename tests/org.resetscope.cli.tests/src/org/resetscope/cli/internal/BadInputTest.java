package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.tests.build.CaptureBuilder;

import com.google.gson.JsonObject;

/** Inputs that cannot be read, or in part: exit codes 3 and 4, a reason on standard error, and whatever could be read. */
class BadInputTest {

    private static final int PCAP_HEADER = 24;

    @TempDir
    private Path directory;

    private Run analyze(Path file) {
        return Run.of("analyze", "--format=json", file, Captures.refused(directory, "good.pcap"));
    }

    /** The other capture is reported all the same. */
    private void assertUnreadable(Path file, String reason) {
        Run run = analyze(file);
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.err().startsWith("resetscope: ") && run.err().contains(file.toString()) && run.err().contains(reason), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        JsonObject capture = run.json().getAsJsonArray("captures").get(0).getAsJsonObject();
        assertTrue(capture.get("format").isJsonNull());
        assertEquals(1, capture.getAsJsonArray("problems").size());
        assertEquals(1, run.json().getAsJsonArray("resets").size());
    }

    private void assertPartial(Path file, String code, int resets) {
        Run run = analyze(file);
        assertEquals(4, run.exit(), run.err());
        assertTrue(run.err().startsWith("resetscope: "), run.err());
        JsonObject capture = run.json().getAsJsonArray("captures").get(0).getAsJsonObject();
        assertEquals(code, capture.getAsJsonArray("problems").get(0).getAsJsonObject().get("code").getAsString());
        assertEquals(resets + 1, run.json().getAsJsonArray("resets").size());
    }

    @Test
    void missingFile() {
        assertUnreadable(directory.resolve("none.pcap"), "There is no file");
    }

    @Test
    void emptyFile() throws IOException {
        assertUnreadable(Files.createFile(directory.resolve("empty.pcap")), "is empty");
    }

    @Test
    void textFile() throws IOException {
        assertUnreadable(Files.writeString(directory.resolve("notes.txt"), "Dear diary,\nno packets today.\n"), "is not a packet capture");
    }

    @Test
    void aDirectory() throws IOException {
        assertUnreadable(Files.createDirectory(directory.resolve("captures")), "is a directory");
    }

    /** What root may not read either: a link that leads to itself. */
    @Test
    void aFileThatNobodyCanOpen() throws IOException {
        assertUnreadable(Files.createSymbolicLink(directory.resolve("loop.pcap"), directory.resolve("loop.pcap")), "");
    }

    @Test
    void aFileWithoutPermission() throws IOException {
        Path file = Captures.refused(directory, "secret.pcap");
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root may read everything; aFileThatNobodyCanOpen stands in");
        assertUnreadable(file, "not permitted");
    }

    @Test
    void truncatedLastPacket() throws IOException {
        byte[] whole = Captures.refused().toBytes();
        assertPartial(Files.write(directory.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 7)), "truncated", 1);
    }

    @Test
    void packetOfTwoGigabytes() throws IOException {
        byte[] bytes = Captures.refused().toBytes();
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int third = PCAP_HEADER;
        for (int i = 0; i < 2; i++) {
            third += 16 + view.getInt(third + 8);
        }
        view.putInt(third + 8, 0x80000000).putInt(third + 12, 0x80000000);
        Run run = analyze(Files.write(directory.resolve("huge.pcap"), bytes));
        assertEquals(4, run.exit(), run.err());
        assertEquals(2, run.json().getAsJsonArray("resets").size());
    }

    @Test
    void pcapngBlockOfLengthZero() throws IOException {
        byte[] whole = Captures.refused().format(CaptureBuilder.Format.PCAPNG).toBytes();
        byte[] bytes = Arrays.copyOf(whole, whole.length + 12); // a block of type 0 and length 0
        Run run = analyze(Files.write(directory.resolve("zero.pcapng"), bytes));
        assertEquals(4, run.exit(), run.err());
        assertEquals(2, run.json().getAsJsonArray("resets").size());
    }

    @Test
    void unreadableOutweighsFindings() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.pcap"));
        assertEquals(3, Run.of("analyze", "--fail-on=info", empty, Captures.refused(directory, "a.pcap")).exit());
    }

    @Test
    void manyProblemsDoNotDrownStandardError() {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            files.add(directory.resolve("none" + i + ".pcap"));
        }
        Run run = Run.of("analyze", files);
        assertEquals(3, run.exit());
        assertEquals(21, run.err().lines().count());
        assertTrue(run.err().contains("and 80 more problems"), run.err());
    }
}
