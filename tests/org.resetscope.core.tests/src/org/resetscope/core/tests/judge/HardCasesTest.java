package org.resetscope.core.tests.judge;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.util.*;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.*;
import org.resetscope.core.model.*;
import org.resetscope.core.model.Reset.Form;
import org.resetscope.core.model.Reset.Phase;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.*;
import org.resetscope.core.tests.flow.Scene;

/** Traffic that once led the engine astray. */
class HardCasesTest {

    private static Reset only(FlowBuilder flow) {
        return Analysed.of(flow.end()).only();
    }

    private static void notAccused(FlowBuilder flow) {
        Analysed a = Analysed.of(flow.end());
        a.resets().forEach(r -> assertNotEquals(Sender.INTERMEDIARY, r.verdict().sender(), () -> a.lines().toString()));
    }

    private static List<Long> triggers(FlowBuilder flow) {
        return Analysed.of(flow.end()).resets().stream().filter(r -> r.trigger() != null).map(r -> r.trigger().frame()).toList();
    }


    @Test
    void segmentsInFlightRejectedByOneDeviceAreAllThatDevices() {
        FlowBuilder f = Scene.busy().afterMillis(100);
        for (int i = 0; i < 3; i++) {
            f.afterMicros(20).client(100);
        }
        f.afterMillis(2);
        for (int i = 0; i < 3; i++) {
            f.afterMicros(20).with(p -> p.ttl(62)).serverRst();
        }
        assertEquals(List.of("intermediary", "intermediary", "intermediary"),
                Analysed.of(f.end()).resets().stream().map(r -> r.verdict().sender().id()).toList(), Analysed.of(f.end()).lines().toString());
    }


    @Test
    void declaredCausesAreNearlyCertain() {
        for (var e : Map.of(3, "endpoint.late-data").entrySet()) {
            assertEquals(e.getValue(), only(Scene.busy().with(p -> p.payload(new byte[] { 0x33, (byte) 0xaa, 0, (byte) (int) e.getKey(), 0, 0, 0, 0 }))
                    .serverAbort()).verdict().cause());
        }
    }

    @Test
    void finAndResetAtOnceOnABusyConnectionAreNoIdleTimeOut() {
        assertNotEquals("middlebox.idle", only(Scene.busy().clientFin().afterMicros(50).clientAbort()).verdict().cause());
    }


    @Test
    void twentySegmentsInFlight() {
        FlowBuilder f = Scene.busy().afterMillis(300).serverAbort();
        for (int i = 0; i < 20; i++) {
            f.afterMicros(20).client(100);
        }
        f.afterMillis(9);
        for (int i = 0; i < 20; i++) {
            f.afterMicros(20).serverRst();
        }
        assertEquals(LongStream.range(9, 29).boxed().toList(), triggers(f));
    }

    @Test
    void nothingIsAnsweredAfterHalfAMinute() {
        assertNull(only(Scene.busy().afterMillis(30_000).serverRst()).trigger());
    }



    @Test
    void aSynRepeatedAfterItsRefusalIsANewAttempt() {
        FlowBuilder f = Scene.flow().syn();
        int isn = f.clientNext() - 1;
        f.afterMillis(10).serverRefuses().afterMillis(500).forgeClient(p -> p.flags("S").seq(isn).ack(0)).afterMillis(10).serverRefuses();
        Reset second = Analysed.of(f.end()).frame(4);
        assertEquals(Phase.SYN_SENT, second.phase());
        assertEquals(true, second.verdict().effective());
    }


    private static CaptureBuilder twice(CaptureBuilder once) {
        CaptureBuilder both = once.map(p -> p);
        both.packets().addAll(once.map(p -> p.hops(1).laterMicros(20)).packets());
        both.packets().sort(Comparator.comparingLong(PacketBuilder::time));
        return both;
    }

    @Test
    void ipv6HasNoIdentificationAndYetCopies() {
        CaptureBuilder c = Scene.exchange(Scene.open(Scene.flow(CaptureBuilder.pcap(), "[2001:db8::1]:40000", "[2001:db8::2]:80"))).serverAbort().end();
        assertEquals(1, Analysed.of(twice(c)).resets().size());
    }

    @Test
    void twoEqualAnswersSeenTwiceAreTwoResets() {
        FlowBuilder f = Scene.busy().clientFin().afterMillis(9).server(100).afterMicros(10).server(100).afterMicros(100).clientRst().afterMicros(100).clientRst();
        assertEquals(List.of(2, 2), Analysed.of(twice(f.end())).resets().stream().map(r -> r.packets().size()).toList());
    }


    @Test
    void refusedFlowsGiveWayToOpenOnes() {
        CaptureBuilder c = CaptureBuilder.pcap();
        FlowBuilder silent = Scene.exchange(Scene.open(Scene.flow(c)));
        for (int i = 0; i < 40_000; i++) {
            c.flow("10.1." + (i >> 8) + "." + (i & 255) + ":40000", "10.0.0.2:80").plain().syn().serverRefuses();
        }
        silent.afterMillis(300).serverAbort();
        List<Reset> all = Analysed.of(c).resets();
        assertEquals("ShADadr", all.get(all.size() - 1).flow().history());
    }


    @Test
    void cancellingStopsWithinAFile(@TempDir Path dir) {
        CaptureBuilder c = CaptureBuilder.pcap();
        FlowBuilder f = Scene.open(Scene.flow(c));
        while (c.packets().size() < 40_000) {
            f.client(10);
        }
        Path file = c.write(dir, "a.pcap"), next = Scene.busy().serverAbort().end().write(dir, "b.pcap");
        for (boolean join : new boolean[] { false, true }) {
            NullProgressMonitor half = new NullProgressMonitor() {
                double total;
                double worked;

                @Override
                public void beginTask(String name, int work) {
                    total = work;
                }

                @Override
                public void internalWorked(double work) {
                    worked += work;
                    setCanceled(worked > total / 4);
                }

                @Override
                public void worked(int work) {
                    internalWorked(work);
                }
            };
            Analysis a = new ResetScope().analyze(List.of(CaptureFile.of(file.toString()), CaptureFile.of(next.toString())), new Settings(join, null), half);
            assertTrue(a.cancelled());
            assertTrue(a.captures().get(0).packets() < 30_000, "packets " + a.captures().get(0).packets());
            assertEquals(List.of(), a.resets(), "nothing of the next file, whose frames could not be numbered");
        }
    }

    @Test
    void noFilesJoined() {
        assertEquals(List.of(), new ResetScope().analyze(List.of(), new Settings(true, null), null).captures());
    }


    @Test
    void theForgedBareResetOfTheSample() {
        assertEquals("injected.on-path", Analysed.of(Path.of("..", "..", "samples", "forged.pcap")).frame(13).verdict().cause());
    }
}
