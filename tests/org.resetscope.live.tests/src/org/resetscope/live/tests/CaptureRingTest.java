package org.resetscope.live.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.FollowedCapture;
import org.resetscope.core.live.LiveAnalysis;
import org.resetscope.core.live.LiveReset;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.live.CaptureRing;

/** What stays of a long capture. */
@Timeout(60)
class CaptureRingTest {

    private static final long SMALL = 1 << 20;

    @TempDir
    private Path folder;

    private Path ring() {
        return folder.resolve("ring");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(ring())) {
            return files.map(f -> f.getFileName().toString().replaceFirst("resetscope-\\d{8}T\\d{6}Z-", "")).sorted().toList();
        }
    }

    private long bytes() throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.list(ring())) {
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    /** Data of one connection, about 1 KB a packet. */
    private static void talk(CaptureBuilder capture, int packets) {
        var flow = capture.flow("10.0.0.8:40000", "10.0.0.9:80").handshake();
        for (int i = 0; i < packets; i++) {
            flow.server(1000);
        }
    }

    /** Everything passes through a ring; resets are kept as the command does it. */
    private void pass(CaptureBuilder capture) throws IOException {
        Path file = capture.write(folder, "all.pcap");
        List<LiveReset> told = new ArrayList<>();
        try (CaptureRing ring = new CaptureRing(FollowedCapture.open(file.toString(), note -> { }), ring(), SMALL)) {
            new LiveAnalysis(ring, List.of(), news -> {
                told.add(news);
                ring.keep(news);
            }).run(capture.packets().size(), () -> false);
            assertEquals(List.of(), ring.problems());
        }
    }

    @Test
    void theOldestPacketsGo() throws IOException {
        CaptureBuilder capture = CaptureBuilder.pcap();
        talk(capture, 3000);
        pass(capture);
        assertTrue(bytes() <= SMALL, () -> "too large");
        assertTrue(bytes() > SMALL / 2);
        List<String> files = files();
        assertTrue(Integer.parseInt(files.get(0).substring(0, 6)) > 20, files::toString);
    }

    @Test
    void filesAroundAResetStay() throws IOException {
        CaptureBuilder capture = CaptureBuilder.pcap();
        capture.flow("10.0.0.1:40000", "10.0.0.2:80").syn().serverRefuses().end().afterMillis(60_000);
        talk(capture, 300);
        pass(capture);
        assertTrue(files().contains("000001-resets.pcap"), "it went");

        CaptureBuilder more = CaptureBuilder.pcap();
        talk(more, 3000);
        pass(more);
        assertTrue(files().contains("000001-resets.pcap"), "it went");
        assertTrue(bytes() <= SMALL);
    }

    @Test
    void packetsAreAsTheyWere() throws IOException {
        CaptureBuilder capture = CaptureBuilder.of(CaptureBuilder.Format.PCAP_NANO);
        talk(capture, 3);
        pass(capture);
        Path original = folder.resolve("all.pcap");
        try (Stream<Path> files = Files.list(ring())) {
            byte[] kept = Files.readAllBytes(files.findFirst().orElseThrow());
            assertArrayEquals(Files.readAllBytes(original), kept);
        }
    }

    @Test
    void aDirectoryThatGoesAwayEndsTheRingOnly() throws IOException {
        CaptureBuilder capture = CaptureBuilder.pcap();
        talk(capture, 400);
        Path file = capture.write(folder, "all.pcap");
        PacketView view = new PacketView();
        try (CaptureRing ring = new CaptureRing(FollowedCapture.open(file.toString(), note -> { }), ring(), SMALL)) {
            Files.delete(ring());
            int passed = 0;
            while (passed < capture.packets().size()) {
                passed += ring.next(view) ? 1 : 0;
            }
            assertEquals(1, ring.problems().size());
            assertTrue(ring.problems().get(0).text().contains("cannot be written to"), ring.problems()::toString);
        }
    }
}
