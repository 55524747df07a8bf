package org.resetscope.visual.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.endpoint.EndpointLogs;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.RuleReference;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.Shape;
import org.resetscope.core.tests.build.CaptureBuilder;

/** What the ladder tells. */
class LadderTest {

    @TempDir
    private Path directory;

    private Scene ladder(Traffic traffic) throws IOException {
        return Drawing.ladder(traffic.capture().write(directory, "a.pcap"));
    }

    private static List<String> texts(Scene scene) {
        return Drawing.texts(scene).stream().map(Shape.Text::text).toList();
    }

    private static String words(Scene scene) {
        return String.join("\n", scene.words());
    }

    @Test
    void aRefusedConnectionInWords() throws IOException {
        List<String> words = ladder(Traffic.REFUSED).words();
        assertEquals("Ladder of the reset in frame 2: 10.0.0.1:40000 to 10.0.0.2:80", words.get(0));
        assertEquals("Client 10.0.0.1:40000.", words.get(2));
        assertEquals("Server 10.0.0.2:80.", words.get(3));
        assertTrue(words.get(4).startsWith("Frame 1, 1.0 ms before the reset: client to server, SYN, seq 0, no data, window 64240, TTL 64"
                + " (raw seq 1000000). The reset answers this."), words.get(4));
        assertTrue(words.get(5).startsWith("Frame 2, at the time of the reset: server to client, RST ACK, seq 0, ack 1, no data,"), words.get(5));
    }

    @Test
    void sequenceNumbersAreRelativeAndTimesTooThroughAWrap() throws IOException {
        List<String> texts = texts(ladder(Traffic.ODD));
        assertTrue(texts.containsAll(List.of("\u22125.0 ms", "0", "#6", "FIN PSH ACK URG ECE CWR", "seq 1, ack 1, len 65000",
                "seq 1, ack 65002, len 1")), texts.toString());
    }

    @Test
    void whatIsFoldedTellsWhatWasSentAgain() throws IOException {
        String words = words(ladder(Traffic.LOSSY));
        assertTrue(words.contains("\n17 segments, 13\u00a0032 bytes from the server, 4 sent again.\n"), words);
    }

    @Test
    void silenceAndBulkAreFolded() throws IOException {
        Scene scene = ladder(Traffic.BULK);
        String words = words(scene);
        assertTrue(words.contains("\n2.0 s of silence.\n"), words);
        assertTrue(words.contains("\n293 segments, 212\u00a0856 bytes from the server.\n"), words);
        assertTrue(words.contains("Retransmission.") && words.contains("Zero window.") && words.contains("Keep-alive."), words);
        assertTrue(scene.regions().size() < 40, scene.regions().size() + " regions");
    }

    @Test
    void aBurstIsCounted() throws IOException {
        Scene scene = ladder(Traffic.BURST);
        assertTrue(words(scene).contains("35 more resets."), words(scene));
        assertTrue(words(scene).contains("more segments may follow."), words(scene));
    }

    @Test
    void theDeviceHasALaneWhereTheVerdictSaysSo() throws IOException {
        List<String> texts = texts(ladder(Traffic.IDLE));
        assertTrue(texts.containsAll(List.of("Device", "RST \u2014 device", "the reset answers this", "181.5 s of silence")), texts.toString());
        assertFalse(texts(ladder(Traffic.LONG_ADDRESSES)).contains("Device"));
    }

    /** The server's clock has whole seconds. */
    @Test
    void whatLogsAndRulesSayStandsBetweenThePackets() throws IOException {
        Analysis analysis = Drawing.analyze(Traffic.IDLE.capture().write(directory, "a.pcap"));
        Instant at = Instant.ofEpochSecond(0, analysis.resets().get(0).packets().get(0).time().nanos());
        Path server = directory.resolve("server.log");
        Files.writeString(server, at.toString().substring(0, 19) + "Z web app: 10.0.0.1:40000 reset\n" + at.plusSeconds(1) + " web app: [10.0.0.1]:40000 gone <&>\n");
        Path firewall = directory.resolve("fw.log");
        Files.writeString(firewall, at.minusMillis(2) + " fw kernel: REJECT SRC=10.0.0.1 DST=10.0.0.2 LEN=60 PROTO=TCP SPT=40000 DPT=80\n");
        Path client = directory.resolve("client.log");
        Files.writeString(client, at.plusMillis(10) + " pc app: 10.0.0.2:80: Connection reset by peer\n");
        Analysis joined = EndpointLogs.join(analysis, List.of(server, firewall, client), null);
        Reset reset = joined.resets().get(0);
        Reset ruled = reset.judged(reset.verdict(), new RuleReference("/etc/rules.v4", 9, "-A FORWARD -j REJECT", null));
        Scene scene = Drawing.ladder(joined, ruled, 900);
        List<String> lines = scene.words().stream().filter(w -> w.startsWith("Log ") || w.startsWith("Rule") || w.contains(", RST, ")).toList();
        assertEquals(6, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("Log of the device, 2.0 ms before the reset: fw.log line 1: fw kernel: REJECT SRC="), lines.get(0));
        assertEquals("Rule: rules.v4 line 9: -A FORWARD -j REJECT", lines.get(1));
        assertTrue(lines.get(2).contains("RST"), lines.get(2));
        assertEquals("Log of the server, in the second of the reset: server.log line 1: web app: 10.0.0.1:40000 reset", lines.get(3));
        assertEquals("Log of the client, 10.0 ms after the reset: client.log line 1: pc app: 10.0.0.2:80: Connection reset by peer", lines.get(4));
        assertEquals("Log of the server, 1.000 s after the reset: server.log line 2: web app: [10.0.0.1]:40000 gone <&>", lines.get(5));
        assertTrue(texts(scene).containsAll(List.of("rule", "log", "\u2248 0", "+1.000 s")), texts(scene).toString());
        assertFalse(texts(scene).stream().anyMatch(t -> t.startsWith("server.log, line")), "no log is told a second time as evidence");
    }

    @Test
    void packetsAndResetsCanBeChosen() throws IOException {
        Scene scene = ladder(Traffic.IDLE);
        List<FrameRef> frames = scene.regions().stream().map(Region::frame).toList();
        for (long frame = 1; frame <= 9; frame++) {
            assertTrue(frames.contains(new FrameRef("c1", frame)), "frame " + frame);
        }
        assertEquals(1, scene.regions().stream().filter(r -> "r1".equals(r.reset())).count());
    }

    @Test
    void eachPointHasItsLaneAndSaysWhatItSaw() throws IOException {
        Path client = Traffic.IDLE.capture().write(directory, "client.pcap");
        Path dmz = Traffic.IDLE.capture().map(p -> p.has('R') ? null : p.hops(1).laterMicros(200)).write(directory, "dmz.pcap");
        Analysis analysis = new ResetScope().analyze(List.of(new CaptureFile(client.toString(), "client"),
                new CaptureFile(dmz.toString(), "dmz")), Settings.DEFAULT, null);
        Scene scene = Drawing.ladder(analysis, analysis.resets().get(0), 900);
        assertTrue(words(scene).contains("Capture point dmz, file dmz.pcap."), words(scene));
        assertTrue(words(scene).contains("Seen at Client, dmz."), words(scene));
        assertTrue(scene.words().stream().filter(w -> w.contains("RST")).anyMatch(w -> w.endsWith("Seen at Client.")), words(scene));
        double device = x(scene, "Device");
        assertTrue(x(scene, "Client") < device && device < x(scene, "dmz"), "the reset was born before the point that missed it");
    }

    /** The way takes 30 ms and the server's clock is an hour behind; what the client sends while an answer is under way still has its order. */
    @Test
    void allPointsShareOneClock() throws IOException {
        CaptureBuilder atClient = Traffic.BULK.capture();
        long hour = 3_600_000_000L;
        Path client = atClient.write(directory, "client.pcapng");
        Path server = atClient.map(p -> p.laterMicros((p.from().equals("10.0.0.1:40000") ? 30_000 : -30_000) - hour)).write(directory, "server.pcapng");
        Analysis analysis = new ResetScope().analyze(List.of(new CaptureFile(server.toString(), "server"),
                new CaptureFile(client.toString(), "client")), Settings.DEFAULT, null);
        assertTrue(Math.abs(analysis.path().get(0).offsetNanos() / 1000 - hour) < 31_000, analysis.path().toString());
        Scene scene = Drawing.ladder(analysis, analysis.resets().get(0), 900);
        List<Double> times = scene.words().stream().filter(w -> w.startsWith("Frame ")).map(LadderTest::millis).toList();
        assertEquals(times.stream().sorted().toList(), times);
        assertTrue(times.get(0) < 0 && times.get(0) > -60_000, "one clock, not an hour apart: " + times);
        assertTrue(words(scene).contains("server to client, RST ACK") && words(scene).contains("Seen at Client, Server."), words(scene));
    }

    /** When a packet came, from its sentence; before the reset it is negative. */
    private static double millis(String sentence) {
        Matcher when = Pattern.compile("^Frame \\d+, (?:(\\S+) (\\S+) (before|after) the reset|at the time)").matcher(sentence);
        assertTrue(when.find(), sentence);
        if (when.group(1) == null) {
            return 0;
        }
        double unit = switch (when.group(2)) {
            case "\u00b5s" -> 0.001;
            case "ms" -> 1;
            case "s" -> 1000;
            default -> throw new AssertionError(sentence);
        };
        return Double.parseDouble(when.group(1)) * unit * (when.group(3).equals("before") ? -1 : 1);
    }

    private static double x(Scene scene, String text) {
        return Drawing.texts(scene).stream().filter(t -> t.text().equals(text)).findFirst().orElseThrow().at().x();
    }

    @Test
    void aCaptureThatIsGoneIsTold() throws IOException {
        Path file = Traffic.REFUSED.capture().write(directory, "a.pcap");
        Analysis analysis = Drawing.analyze(file);
        Files.delete(file);
        IOException told = assertThrows(IOException.class, () -> Drawing.ladder(analysis, analysis.resets().get(0), 900));
        assertTrue(told.getMessage().contains("There is no file"), told.getMessage());
    }

    @Test
    void aCaptureThatChangedIsTold() throws IOException {
        Analysis analysis = Drawing.analyze(Traffic.REFUSED.capture().write(directory, "a.pcap"));
        Traffic.LONG_ADDRESSES.capture().write(directory, "a.pcap");
        IOException told = assertThrows(IOException.class, () -> Drawing.ladder(analysis, analysis.resets().get(0), 900));
        assertTrue(told.getMessage().contains("has changed"), told.getMessage());
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        Analysis analysis = Drawing.analyze(Traffic.BULK.capture().write(directory, "a.pcap"));
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        FlowReader reader = new FlowReader(analysis);
        assertThrows(OperationCanceledException.class,
                () -> reader.read(analysis.captures().get(0), analysis.resets().get(0), monitor));
        assertEquals(242, reader.read(analysis.captures().get(0), analysis.resets().get(0), null).packets().stream()
                .mapToLong(p -> p.skipped().packets()).sum(), "a cancelled read leaves nothing half read behind");
    }
}
