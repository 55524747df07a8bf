package org.resetscope.core.tests.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** More flows than are followed at the same time, and more segments than are kept of one. */
class ManyFlowsTest {

    /** Beyond the budget of flows. */
    private static final int MANY = 40_000;

    private static FlowBuilder flow(CaptureBuilder capture, int i) {
        return capture.flow("10.1." + (i >> 8) + "." + (i & 255) + ":40000", "10.0.0.2:80").plain();
    }

    @Test
    void resetsOfFlowsThatHadToGiveWayAreJudgedAsEver() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        for (int i = 0; i < MANY; i++) {
            flow(capture, i).syn().serverRefuses();
        }

        Analysed analysed = Analysed.of(capture);

        assertEquals(MANY, analysed.analysis().captures().get(0).flows());
        assertEquals(MANY, analysed.resets().size());
        assertEquals(MANY, analysed.resets().stream().filter(r -> Analysed.verdict(r).equals("server endpoint.refused")).count());
        assertEquals(MANY, analysed.resets().stream().map(r -> r.incident()).distinct().count());
    }

    @Test
    void aFlowThatIsInUseStaysWhateverElseComes() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder inUse = Scene.exchange(Scene.open(Scene.flow(capture)));
        for (int i = 0; i < MANY; i++) {
            flow(capture, i).syn();
            if (i % 100 == 0) {
                inUse.client(10).serverAck();
            }
        }
        inUse.afterMillis(300).serverAbort();

        assertEquals("ShADadr", Analysed.of(capture).only().flow().history());
        assertEquals(false, Analysed.of(capture).only().flow().inferred());
    }

    @Test
    void flowsThatClosedGiveWayToThoseThatAreOpenButSilent() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder silent = Scene.exchange(Scene.open(Scene.flow(capture)));
        for (int i = 0; i < MANY; i++) {
            flow(capture, i).syn().synAck().close();
        }
        silent.afterMillis(300).serverAbort();

        assertEquals("ShADadr", Analysed.of(capture).only().flow().history());
    }

    @Test
    void theTriggerIsFoundOnAConnectionOfAnyLength() {
        FlowBuilder flow = Scene.busy();
        for (int i = 0; i < 500; i++) {
            flow.client(10).serverAck();
        }
        flow.serverFin().afterMillis(5).client(10).afterMillis(10).serverRst();

        assertEquals(List.of("i1 frame 1010: server endpoint.late-data; answer_to_ack to 1009; half_closed; effective"),
                Analysed.of(flow.end()).lines());
    }

    @Test
    void aVerdictDoesNotChangeByWhatFollowsMuchLater() {
        FlowBuilder flow = Scene.busy().afterMillis(300).clientAbort();
        for (int i = 0; i < 200; i++) {
            flow.afterMicros(20).server(100);
        }

        assertEquals("i1 frame 8: client endpoint.abort; abort; established", Analysed.line(Analysed.of(flow.end()).only()).replaceAll("; \\w*effective", ""));
    }
}
