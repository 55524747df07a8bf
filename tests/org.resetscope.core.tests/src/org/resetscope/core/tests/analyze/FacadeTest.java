package org.resetscope.core.tests.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;
import org.resetscope.core.tests.flow.Scene;

/** The front door: several files, parts of one capture, bad ones among good ones, progress and cancelling. */
class FacadeTest {

    private static final Settings JOIN = new Settings(true, null);

    @TempDir
    private Path directory;

    /** Counts the work done, and cancels itself after so much of it. */
    private static final class Monitor extends NullProgressMonitor {

        private double total;
        private double worked;
        private final double cancelAt;

        private Monitor(double cancelAt) {
            this.cancelAt = cancelAt;
        }

        @Override
        public void beginTask(String name, int totalWork) {
            total = totalWork;
        }

        @Override
        public void internalWorked(double work) {
            worked += work;
            if (worked >= cancelAt * total) {
                setCanceled(true);
            }
        }

        @Override
        public void worked(int work) {
            internalWorked(work);
        }

        private double fraction() {
            return worked / total;
        }
    }

    private static Analysis analyze(Settings settings, Path... files) {
        return new ResetScope().analyze(Stream.of(files).map(f -> CaptureFile.of(f.toString())).toList(), settings, null);
    }

    private static Analysis analyze(Monitor monitor, Settings settings, Path... files) {
        return new ResetScope().analyze(Stream.of(files).map(f -> CaptureFile.of(f.toString())).toList(), settings, monitor);
    }

    /** A capture of so many packets, the first of which are a refused connection. */
    private Path large(String name, int packets) {
        CaptureBuilder capture = CaptureBuilder.pcap();
        Scene.flow(capture).syn().afterMillis(Scene.ROUND_TRIP_MILLIS).serverRefuses();
        FlowBuilder flow = Scene.open(Scene.flow(capture, "10.0.0.1:40001", Scene.SERVER));
        while (capture.packets().size() < packets) {
            flow.client(10);
        }
        return capture.write(directory, name);
    }

    @Test
    void severalFilesAreJudgedApart() {
        Path first = Scene.busy().end().write(directory, "first.pcap");
        Path second = Scene.flow().client(10).serverAbort().end().write(directory, "second.pcap");

        Analysis analysis = analyze(Settings.DEFAULT, first, second);

        assertEquals(List.of("c1", "c2"), analysis.captures().stream().map(Capture::id).toList());
        Reset reset = analysis.resets().get(0);
        assertEquals("c2", reset.packets().get(0).frame().capture());
        assertEquals(2, reset.packets().get(0).frame().frame());
        assertEquals(Reset.Phase.MIDSTREAM, reset.phase());
        assertEquals(List.of(0L, 1L), analysis.captures().stream().map(Capture::resets).toList());
        assertFalse(analysis.partial());
    }

    @Test
    void idsAndIncidentsAreUniqueOverAllFiles() {
        Path one = Scene.flow().syn().serverRefuses().end().write(directory, "one.pcap");
        Path two = Scene.busy().clientAbort().server(10).clientRst().end().write(directory, "two.pcap");

        Analysis analysis = analyze(Settings.DEFAULT, one, two, one);

        assertEquals(List.of("r1", "r2", "r3", "r4"), analysis.resets().stream().map(Reset::id).toList());
        assertEquals(List.of("i1", "i2", "i2", "i3"), analysis.resets().stream().map(Reset::incident).toList());
    }

    @Test
    void aCapturePointKeepsItsName() {
        Path file = Scene.busy().end().write(directory, "a.pcap");

        Analysis analysis = new ResetScope().analyze(List.of(new CaptureFile(file.toString(), "client")), Settings.DEFAULT, null);

        assertEquals("client", analysis.capture("c1").point());
        assertEquals(file.toString(), analysis.capture("c1").file());
    }

    @Test
    void joinedFilesAreOneCaptureWhoseFramesRunOn() {
        CaptureBuilder whole = Scene.busy().client(10).afterMillis(10).serverRst().end();
        Path first = whole.map(p -> p.time() <= whole.packets().get(4).time() ? p : null).write(directory, "1.pcap");
        Path second = whole.map(p -> p.time() > whole.packets().get(4).time() ? p : null).write(directory, "2.pcap");

        Analysis analysis = analyze(JOIN, first, second);

        assertEquals(1, analysis.captures().size());
        assertEquals(9, analysis.capture("c1").packets());
        assertEquals(1, analysis.capture("c1").flows());
        assertEquals(first + " + " + second, analysis.capture("c1").file());
        assertEquals(Analysed.of(whole).lines(), new Analysed(analysis).lines());
        assertEquals("ShADadr", analysis.resets().get(0).flow().history());
        assertEquals(whole.packets().get(0).time(), analysis.capture("c1").start().nanos());
        assertEquals(whole.packets().get(8).time(), analysis.capture("c1").end().nanos());
    }

    @Test
    void joinedFilesMayDifferInFormat() {
        CaptureBuilder whole = Scene.busy().serverAbort().end();
        Path first = whole.map(p -> p.time() <= whole.packets().get(4).time() ? p : null).write(directory, "1.pcap");
        Path second = whole.map(p -> p.time() > whole.packets().get(4).time() ? p : null).format(CaptureBuilder.Format.PCAPNG).write(directory, "2.pcapng");

        assertEquals(Analysed.of(whole).lines(), new Analysed(analyze(JOIN, first, second)).lines());
    }

    @Test
    void anUnreadableFileAmongGoodOnesCostsOnlyItself() throws IOException {
        Path good = Scene.flow().syn().serverRefuses().end().write(directory, "good.pcap");
        Path text = Files.writeString(directory.resolve("notes.txt"), "not a capture");
        Path missing = directory.resolve("missing.pcap");

        Analysis analysis = analyze(Settings.DEFAULT, missing, good, text, good);

        assertEquals(List.of(false, true, false, true), analysis.captures().stream().map(Capture::readable).toList());
        assertEquals(List.of("c2", "c4"), analysis.resets().stream().map(r -> r.packets().get(0).frame().capture()).toList());
        assertEquals(1, analysis.capture("c1").problems().size());
        assertEquals(List.of("unknown-format"), analysis.capture("c3").problems().stream().map(p -> p.code()).toList());
        assertTrue(analysis.partial());
        assertFalse(analysis.cancelled());
        assertEquals(null, analysis.capture("c1").start());
    }

    @Test
    void anUnreadablePartOfAJoinedCaptureLeavesTheOthers() {
        Path good = Scene.flow().syn().serverRefuses().end().write(directory, "good.pcap");

        Analysis analysis = analyze(JOIN, directory.resolve("missing.pcap"), good);

        assertEquals("pcap", analysis.capture("c1").format());
        assertEquals(1, analysis.resets().size());
        assertEquals(1, analysis.capture("c1").problems().size());
    }

    @Test
    void aTruncatedFileIsAnalysedAsFarAsItGoes() throws IOException {
        byte[] whole = Scene.busy().serverAbort().client(1000).end().toBytes();
        Path file = Files.write(directory.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 7));

        Analysis analysis = analyze(Settings.DEFAULT, file);

        assertEquals(List.of("server endpoint.abort"), analysis.resets().stream().map(Analysed::verdict).toList());
        assertEquals(List.of("truncated"), analysis.capture("c1").problems().stream().map(p -> p.code()).toList());
        assertTrue(analysis.partial());
    }

    @Test
    void packetsThatAreNotTcpCountAsPacketsOnly() {
        CaptureBuilder capture = CaptureBuilder.pcap().packet(PacketBuilder.udp("10.0.0.1:53", "10.0.0.2:53", new byte[10]));
        Scene.flow(capture).syn().afterMillis(Scene.ROUND_TRIP_MILLIS).serverRefuses();
        Path file = capture.packet(PacketBuilder.bytes(1, 2, 3)).write(directory, "mixed.pcap");

        Capture summary = analyze(Settings.DEFAULT, file).capture("c1");

        assertEquals(List.of(4L, 2L, 1L, 1L), List.of(summary.packets(), summary.tcpPackets(), summary.flows(), summary.resets()));
        assertEquals(capture.packets().get(3).time(), summary.end().nanos());
    }

    @Test
    void resetsAreInTheOrderOfFramesWhateverTheirConnection() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder[] flows = new FlowBuilder[30];
        for (int i = 0; i < flows.length; i++) {
            flows[i] = Scene.open(Scene.flow(capture, "10.0.0.1:" + (40_000 + i), Scene.SERVER));
        }
        for (int i = 0; i < flows.length; i++) {
            flows[i * 7 % flows.length].serverAbort();
        }
        for (int i = 0; i < 20; i++) {
            flows[14].client(10);
        }

        List<Long> frames = Analysed.of(capture).resets().stream().map(r -> r.packets().get(0).frame().frame()).toList();

        assertEquals(frames.stream().sorted().toList(), frames);
        assertEquals(30, frames.size());
    }

    @Test
    void nothingGivenIsNothingFound() {
        Analysis analysis = analyze(Settings.DEFAULT);

        assertEquals(List.of(), analysis.captures());
        assertFalse(analysis.partial());
    }

    @Test
    void progressReachesTheEnd() {
        Path file = large("large.pcap", 20_000);
        Path small = Scene.busy().end().write(directory, "small.pcap");
        for (Path[] files : List.of(new Path[] { small }, new Path[] { file }, new Path[] { file, small, directory.resolve("missing.pcap") })) {
            for (Settings settings : List.of(Settings.DEFAULT, JOIN)) {
                Monitor monitor = new Monitor(2);

                analyze(monitor, settings, files);

                assertEquals(1, monitor.fraction(), 0.01);
            }
        }
    }

    @Test
    void whatWasReadBeforeCancellingIsReported() {
        Analysis analysis = analyze(new Monitor(0.3), Settings.DEFAULT, large("large.pcap", 40_000), large("next.pcap", 10));

        assertTrue(analysis.cancelled());
        assertTrue(analysis.partial());
        assertEquals(List.of("server endpoint.refused"), analysis.resets().stream().map(Analysed::verdict).toList());
        assertEquals(1, analysis.captures().size());
    }

    @Test
    void cancelledBeforeItBeganItReadsNothing() {
        Monitor monitor = new Monitor(2);
        monitor.setCanceled(true);

        Analysis analysis = analyze(monitor, Settings.DEFAULT, large("large.pcap", 10));

        assertTrue(analysis.cancelled());
        assertEquals(List.of(), analysis.resets());
    }
}
