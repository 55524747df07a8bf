package org.resetscope.core.tests.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.FollowedCapture;
import org.resetscope.core.live.LiveAnalysis;
import org.resetscope.core.live.LiveReset;
import org.resetscope.core.live.LiveWriter;
import org.resetscope.core.live.PacketFeed;
import org.resetscope.core.model.Reset;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.flow.Scene;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Verdicts while the traffic goes on. */
@Timeout(60)
class LiveAnalysisTest {

    @TempDir
    private Path folder;
    private final BlockingQueue<LiveReset> told = new LinkedBlockingQueue<>();
    private final AtomicBoolean stop = new AtomicBoolean();

    /** An analysis on a thread of its own. */
    private Thread start(LiveAnalysis analysis) {
        Thread thread = new Thread(() -> analysis.run(0, stop::get));
        thread.start();
        return thread;
    }

    private LiveReset awaitTold() throws InterruptedException {
        LiveReset next = told.poll(30, TimeUnit.SECONDS);
        assertNotNull(next, "no reset was told");
        return next;
    }

    /** Each reset as it was told last: what the connection said later counts as it does for a file. */
    @ParameterizedTest
    @ValueSource(strings = { "forged.pcap", "forged-server.pcap", "idle-firewall.pcap", "late-data-ipv6.pcap", "refused-twice.pcap", "unread-data.pcap" })
    void saysWhatTheAnalysisOfTheWholeCaptureSays(String sample) throws IOException {
        Path file = Path.of("..", "..", "samples", sample);
        Analysed whole = Analysed.of(file);
        try (FollowedCapture feed = FollowedCapture.open(file.toString(), note -> { })) {
            LiveAnalysis live = new LiveAnalysis(feed, List.of(), told::add);
            live.run(whole.analysis().captures().get(0).packets(), stop::get);

            assertEquals(whole.resets().stream().map(r -> brief(r)).sorted().toList(),
                    live.soFar().resets().stream().map(r -> brief(r)).sorted().toList());
            assertEquals(whole.resets().size(), live.counts().resets());
            assertEquals(0, live.counts().untold());
            assertEquals(whole.resets().size(), live.tallies().stream().mapToLong(t -> t.resets()).sum());
        }
    }

    private static String brief(Reset r) {
        String line = Analysed.line(r);
        return line.substring(line.indexOf("frame"));
    }

    @Test
    void aResetIsToldWhileNothingMoreComes() throws Exception {
        GrowingFile file = new GrowingFile(folder.resolve("live.pcap"), Scene.flow().syn().serverRefuses().end().toBytes());
        try (FollowedCapture feed = FollowedCapture.open(file.name(), note -> { })) {
            Thread thread = start(new LiveAnalysis(feed, List.of(), told::add));
            file.finish();
            LiveReset news = awaitTold();
            assertEquals("server endpoint.refused", Analysed.verdict(news.reset()));
            assertNull(news.before());
            assertEquals(CaptureBuilder.START_NANOS, news.sinceNanos());
            stop.set(true);
            thread.join();
        }
        assertTrue(told.isEmpty(), "told once");
    }

    @Test
    void whatFollowsCanChangeTheVerdict() throws Exception {
        FlowBuilder flow = Scene.busy().serverAbort();
        int untilReset = flow.end().toBytes().length;
        for (int i = 0; i < 20; i++) {
            flow.afterMillis(500).client(10).afterMillis(20).serverAck();
        }
        GrowingFile file = new GrowingFile(folder.resolve("live.pcap"), flow.end().toBytes());
        try (FollowedCapture feed = FollowedCapture.open(file.name(), note -> { })) {
            LiveAnalysis live = new LiveAnalysis(feed, List.of(), told::add);
            Thread thread = start(live);
            file.growTo(untilReset);
            LiveReset first = awaitTold();
            assertEquals(Boolean.TRUE, first.reset().verdict().effective());
            file.finish();
            LiveReset second = awaitTold();
            assertEquals(first.reset().id(), second.reset().id());
            assertEquals(first.reset(), second.before());
            assertEquals(Boolean.FALSE, second.reset().verdict().effective());
            stop.set(true);
            thread.join();
            assertEquals(1, live.soFar().resets().size());
            assertEquals(1, live.tallies().size());
        }
    }

    @Test
    void whatEndsTheTrafficIsAProblemOfWhatWasSeen() {
        PacketFeed broken = new PacketFeed() {
            @Override
            public boolean next(PacketView view) throws IOException {
                throw new IOException("The cable was pulled.");
            }

            @Override
            public boolean ended() {
                return false;
            }

            @Override
            public String name() {
                return "eth0";
            }

            @Override
            public String format() {
                return "live";
            }

            @Override
            public Losses losses() {
                return new Losses(3, 2);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        LiveAnalysis live = new LiveAnalysis(broken, List.of(), told::add);
        live.run(0, stop::get);
        assertEquals("The cable was pulled.", live.soFar().captures().get(0).problems().get(0).text());
        assertEquals(new PacketFeed.Losses(3, 2), live.counts().losses());
    }

    @Test
    void aStoryIsToldInFullOnceAndForMachinesEachTime() throws IOException {
        CaptureBuilder capture = CaptureBuilder.pcap();
        for (int i = 0; i < 3; i++) {
            capture.flow("10.0.0.1:" + (40_000 + i), "10.0.0.2:80").syn().serverRefuses();
        }
        Path file = capture.write(folder, "three.pcap");
        StringBuilder text = new StringBuilder();
        StringBuilder json = new StringBuilder();
        LiveWriter forPeople = LiveWriter.text(text, ReportOptions.PLAIN);
        LiveWriter forMachines = LiveWriter.json(json);
        List<IOException> failed = new ArrayList<>();
        try (FollowedCapture feed = FollowedCapture.open(file.toString(), note -> { })) {
            LiveAnalysis live = new LiveAnalysis(feed, List.of(), news -> {
                try {
                    forPeople.reset(news);
                    forMachines.reset(news);
                } catch (IOException e) {
                    failed.add(e);
                }
            });
            live.run(6, stop::get);
            forPeople.summary(live);
            forMachines.summary(live);
        }
        assertEquals(List.of(), failed);
        assertEquals(1, text.toString().split("remedy", -1).length - 1, text.toString());
        assertTrue(text.toString().contains("as r1: 10.0.0.1:40"), text.toString());
        assertTrue(text.toString().contains("lost: not told by the capture; no packet here"), text.toString());
        assertTrue(text.toString().contains("6 packets, 6 TCP segments, 3 TCP flows, 3 resets"), text.toString());
        List<JsonObject> lines = json.toString().lines().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
        assertEquals(List.of("reset", "reset", "reset", "summary"), lines.stream().map(l -> l.get("event").getAsString()).toList());
        assertEquals("endpoint.refused", lines.get(0).getAsJsonObject("cause").get("id").getAsString());
        assertEquals(3, lines.get(3).get("resets").getAsInt());
        assertTrue(lines.get(3).get("kernelDrops").isJsonNull(), "pcap has no statistics");
    }
}
