package org.resetscope.core.tests.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.FollowedCapture;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.CaptureBuilder.Format;

/** Captures that grow while they are read. */
@Timeout(60)
class FollowedCaptureTest {

    @TempDir
    private Path folder;
    private final List<String> notes = new ArrayList<>();
    private final PacketView view = new PacketView();

    private static byte[] packets(Format format, int count) {
        return packets(format, count, 100);
    }

    private static byte[] packets(Format format, int count, int bytes) {
        CaptureBuilder capture = CaptureBuilder.of(format);
        var flow = capture.flow("10.0.0.1:40000", "10.0.0.2:80");
        for (int i = 0; i < count; i++) {
            flow.client(bytes);
        }
        return capture.toBytes();
    }

    /** Asks until there is a packet; the test's time-out ends it where none comes. */
    private long next(FollowedCapture capture) throws IOException {
        while (!capture.next(view)) {
            assertFalse(capture.ended(), "the capture has ended");
        }
        return view.frame();
    }

    private void expectNone(FollowedCapture capture) throws IOException {
        for (int i = 0; i < 5; i++) {
            assertFalse(capture.next(view));
        }
        assertFalse(capture.ended());
        assertEquals(List.of(), capture.problems());
    }

    @ParameterizedTest
    @EnumSource
    void aPacketWrittenInPartIsWaitedFor(Format format) throws IOException {
        byte[] bytes = packets(format, 3);
        int twoPackets = packets(format, 2).length;
        GrowingFile file = new GrowingFile(folder.resolve("growing"), bytes);
        try (FollowedCapture capture = FollowedCapture.open(file.name(), notes::add)) {
            expectNone(capture);
            file.growTo(10);
            expectNone(capture);
            file.growTo(twoPackets);
            assertEquals(1, next(capture));
            assertEquals(2, next(capture));
            expectNone(capture);
            file.growTo(twoPackets + 30);
            expectNone(capture);
            file.finish();
            assertEquals(3, next(capture));
            expectNone(capture);
        }
        assertEquals(List.of(), notes);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file that is open cannot be replaced")
    void anotherFileInItsPlaceIsReadOnAndTold() throws IOException {
        Path path = Files.write(folder.resolve("rotated.pcap"), packets(Format.PCAP, 2));
        try (FollowedCapture capture = FollowedCapture.open(path.toString(), notes::add)) {
            assertEquals(1, next(capture));
            assertEquals(2, next(capture));
            Path other = Files.write(folder.resolve("next.pcap"), packets(Format.PCAPNG, 1));
            Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
            assertEquals(3, next(capture));
            expectNone(capture);
        }
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("was replaced") && notes.get(0).contains("after 2 packets"), notes.get(0));
    }

    @Test
    void aFileThatIsEmptiedIsReadFromItsStart() throws IOException {
        Path path = Files.write(folder.resolve("emptied.pcap"), packets(Format.PCAP, 5));
        try (FollowedCapture capture = FollowedCapture.open(path.toString(), notes::add)) {
            for (int i = 1; i <= 5; i++) {
                assertEquals(i, next(capture));
            }
            expectNone(capture);
            Files.write(path, packets(Format.PCAP, 1));
            assertEquals(6, next(capture));
        }
        assertEquals(1, notes.size());
    }

    @Test
    void aLongCompressedOneIsExpandedOnTheWay() throws IOException {
        int count = 40_000; // expands to more than is held at a time
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(packets(Format.PCAP, count, 1000));
        }
        Path path = Files.write(folder.resolve("a.pcap.gz"), compressed.toByteArray());
        try (FollowedCapture capture = FollowedCapture.open(path.toString(), notes::add)) {
            for (int i = 1; i <= count; i++) {
                assertEquals(i, next(capture));
            }
        }
    }

    @Test
    void whatIsNoCaptureIsToldAsSoonAsItShows() throws IOException {
        Path path = Files.writeString(folder.resolve("notes.txt"), "These are notes, ".repeat(10));
        try (FollowedCapture capture = FollowedCapture.open(path.toString(), notes::add)) {
            CaptureException told = assertThrows(CaptureException.class, () -> next(capture));
            assertTrue(told.getMessage().contains("notes.txt is not a packet capture"), told.getMessage());
        }
    }

    @Test
    void whatIsNotThereIsToldAtOnce() {
        assertThrows(CaptureException.class, () -> FollowedCapture.open(folder.resolve("none").toString(), notes::add));
        assertThrows(CaptureException.class, () -> FollowedCapture.open(folder.toString(), notes::add));
    }
}
