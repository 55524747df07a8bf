package org.resetscope.visual.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.judge.Balance;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.TimeAxis;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.TimeRange;

/** What the drawings other than the ladder tell. */
class VisualizersTest {

    @TempDir
    private Path directory;

    private Analysis analyze(CaptureBuilder capture) {
        return Drawing.analyze(capture.write(directory, "a.pcap"));
    }

    private static Scene draw(String id, Analysis analysis) throws IOException {
        return Drawing.draw(id, analysis, analysis.resets().get(0), DrawContext.WIDTH).orElseThrow();
    }

    private static String words(Scene scene) {
        return String.join("\n", scene.words());
    }

    /** Refused every 30 seconds; another client once. */
    private static CaptureBuilder refusals() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        for (int i = 0; i < 20; i++) {
            capture = capture.flow("10.0.0.1:" + (40_000 + i), "10.0.0.9:80").at(Integer.toString(30 * i)).syn().serverRefuses().end();
        }
        return capture.flow("10.0.0.2:40000", "10.0.0.9:443").at("601").syn().serverRefuses().end();
    }

    @Test
    void evidenceAddsUpToWhatTheVerdictSays() {
        Analysis analysis = analyze(Traffic.IDLE.capture());
        Reset reset = analysis.resets().get(0);
        for (Balance balance : Balance.of(reset)) {
            assertTrue(balance.total() > 0, "the verdict is the likeliest: " + balance);
            reset.verdict().alternatives().stream().filter(a -> a.cause().equals(balance.rival()) && a.probability() > 0.001).forEach(a ->
                    assertEquals(10 * Math.log10(reset.verdict().causeProbability() / a.probability()), balance.total(), 1.5, balance::toString));
        }
        assertEquals(2, Balance.of(reset).size(), "another sender, and another cause of the same");
    }

    @Test
    void evidenceNeedsNoManual() throws IOException {
        Scene scene = draw("evidence", analyze(Traffic.IDLE.capture()));
        assertTrue(words(scene).matches("(?s).*makes \u201c[^\u201d]+\u201d [0-9].*\u00d7 likelier against \u201c.*"), words(scene));
        assertTrue(words(scene).contains("All together"), words(scene));
        assertTrue(scene.regions().stream().anyMatch(r -> r.frame() != null), "observations lead to their packets");
    }

    @Test
    void aPeriodIsMarkedAndNamed() throws IOException {
        Scene scene = draw("timeline", analyze(refusals()));
        assertTrue(words(scene).contains("Every 30.0 s"), words(scene));
        assertTrue(words(scene).contains("Connection refused: 21 resets."), words(scene));
        TimeAxis time = scene.time();
        assertTrue(time.toNanos() - time.fromNanos() > 600_000_000_000L, time::toString);
        assertEquals(time.fromNanos(), time.at(time.plot().x()));
        assertEquals(time.plot().right(), time.x(time.toNanos()), 0.01);
    }

    @Test
    void whoResetsWhomIsCounted() throws IOException {
        Scene scene = draw("overview", analyze(refusals()));
        assertTrue(words(scene).contains("10.0.0.9 to 10.0.0.1: 20 sent by the host itself."), words(scene));
        assertTrue(scene.regions().stream().map(Region::filter).anyMatch("address=10.0.0.9 and address=10.0.0.2"::equals), words(scene));
    }

    @Test
    void theOverviewOfManyHostsStaysSmall() throws IOException {
        CaptureBuilder capture = CaptureBuilder.pcap();
        for (int i = 0; i < 200; i++) {
            capture = capture.flow("10.0." + i + ".1:40000", "10.1." + i + ".9:80").at(Integer.toString(i)).syn().serverRefuses().end();
        }
        Scene scene = draw("overview", analyze(capture));
        assertTrue(scene.height() < 1000 && scene.regions().size() < 300, scene.height() + ", " + scene.regions().size());
        assertTrue(Drawing.texts(scene).stream().anyMatch(t -> t.text().startsWith("and 384 more hosts")), words(scene));
    }

    @Test
    void theTimeSequenceTellsOfDataAndWhatWasSentAgain() throws IOException {
        String words = words(draw("sequence", analyze(Traffic.BULK.capture())));
        assertTrue(words.contains("sent again"), words);
        assertTrue(words.contains("window closed"), words);
        assertTrue(words.contains("Reset in frame"), words);
    }

    @Test
    void aStretchOfTheTimeSequenceHasMoreDetail() throws IOException {
        Analysis analysis = analyze(Traffic.BULK.capture());
        Scene all = draw("sequence", analysis);
        long from = all.time().fromNanos();
        TimeRange start = new TimeRange(from, from + (all.time().toNanos() - from) / 20);
        Scene part = Drawing.draw("sequence", analysis, analysis.resets().get(0), new DrawContext(DrawContext.WIDTH, new FlowReader(analysis), start, null))
                .orElseThrow();
        assertTrue(part.time().toNanos() - part.time().fromNanos() < (all.time().toNanos() - from) / 10);
        assertTrue(part.regions().size() > all.regions().size() / 2, part.regions().size() + " of " + all.regions().size());
    }

    /** Whatever the length, no more is drawn than there are pixels. */
    @Test
    void aLongConnectionIsThinnedOutWhileItIsRead() throws IOException {
        FlowBuilder flow = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:443").handshake();
        for (int i = 0; i < 20_000; i++) {
            flow.server(1448).clientAck();
        }
        Analysis analysis = analyze(flow.serverAbort().end());
        Scene scene = draw("sequence", analysis);
        assertTrue(scene.shapes().size() < 5000, scene.shapes().size() + " shapes");
        assertTrue(words(scene).contains("28960001") || words(scene).contains("28 960 001") || words(scene).contains("28960000"), "its end is there");
    }

    @Test
    void nothingIsDrawnOfConnectionsWithoutData() throws IOException {
        Analysis analysis = analyze(Traffic.REFUSED.capture());
        assertTrue(Drawing.draw("sequence", analysis, analysis.resets().get(0), 900).isEmpty());
    }

    @Test
    void thePathShowsWhereTheResetWasBorn() throws IOException {
        Path client = Traffic.IDLE.capture().write(directory, "client.pcap");
        Path server = Traffic.IDLE.capture().map(p -> p.has('R') ? null : p.hops(3).laterMicros(300)).write(directory, "server.pcap");
        Analysis analysis = new ResetScope().analyze(List.of(new CaptureFile(client.toString(), "client"), new CaptureFile(server.toString(), "server")),
                Settings.DEFAULT, null);
        Scene scene = draw("path", analysis);
        assertTrue(words(scene).contains("where the reset was born"), words(scene));
        assertTrue(words(scene).contains("has not seen the reset"), words(scene));
    }

    /** The same traffic with other addresses beyond a NAT. */
    @Test
    void aPointBehindANatHasItsLane() throws IOException {
        List<CaptureFile> points = IntStream.range(0, 2).mapToObj(i -> new CaptureFile(CaptureBuilder.pcap()
                .flow(i == 0 ? "10.0.0.1:40000" : "192.0.2.7:61000", "198.51.100.2:80").handshake().client("GET /").serverAck().server(1460).clientAck()
                .client("GET /again").serverAck().server(900).clientAck().serverAbort().end().write(directory, i + ".pcap").toString(),
                i == 0 ? "inside" : "outside")).toList();
        Analysis analysis = new ResetScope().analyze(points, Settings.DEFAULT, null);
        assertEquals(1, analysis.resets().size(), "the points were matched");
        String words = words(draw("ladder", analysis));
        assertTrue(words.contains("Seen at inside, outside."), words);
    }
}
