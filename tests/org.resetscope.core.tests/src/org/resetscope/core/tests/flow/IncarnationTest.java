package org.resetscope.core.tests.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Reset;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

class IncarnationTest {

    private static long flows(Analysed analysed) {
        return analysed.analysis().captures().get(0).flows();
    }

    @Test
    void aSynWithAnotherNumberOnTheSamePortsIsANewConnection() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        Scene.open(Scene.flow(capture)).clientAbort();
        capture.afterMillis(5000);
        Scene.open(Scene.flow(capture).isn(77_000_000, 5_000_000)).client(10).serverAbort();

        Analysed analysed = Analysed.of(capture);

        assertEquals(2, flows(analysed));
        assertEquals("i1", analysed.frame(4).incident());
        assertEquals("i2", analysed.frame(9).incident());
        assertEquals("ShAR", analysed.frame(4).flow().history());
        assertEquals("ShADr", analysed.frame(9).flow().history());
        assertEquals(Reset.Phase.ESTABLISHED, analysed.frame(9).phase());
    }

    @Test
    void aRepeatedSynIsTheSameConnection() {
        FlowBuilder flow = Scene.flow().syn();
        long isn = flow.clientNext() - 1;
        flow.afterMillis(1000).forgeClient(p -> p.flags("S").seq(isn).ack(0)).afterMillis(2000)
                .forgeClient(p -> p.flags("S").seq(isn).ack(0)).serverRefuses();

        Analysed analysed = Analysed.of(flow.end());

        assertEquals(1, flows(analysed));
        assertEquals(Reset.Form.ANSWER_TO_SYN, analysed.only().form());
        assertEquals(Reset.Phase.SYN_SENT, analysed.only().phase());
    }

    @Test
    void aSynAfterAConnectionSeenInMidStreamOnlyIsANewOne() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        Scene.flow(capture).client(10).serverAck();
        Scene.open(Scene.flow(capture).isn(77, 88)).clientAbort();

        Analysed analysed = Analysed.of(capture);

        assertEquals(2, flows(analysed));
        assertEquals(false, analysed.only().flow().inferred());
    }

    @Test
    void theEndsMaySwapRolesOnTheSamePorts() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        Scene.open(Scene.flow(capture)).close();
        capture.flow(Scene.SERVER, Scene.CLIENT).isn(77, 88).syn().serverRefuses();

        Reset refused = Analysed.of(capture).only();

        assertEquals("10.0.0.2", refused.flow().client().address());
        assertEquals("Sr", refused.flow().history());
    }
}
