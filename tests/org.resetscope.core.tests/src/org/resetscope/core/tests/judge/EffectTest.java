package org.resetscope.core.tests.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.flow.Scene;

/** Whether the receiver gives the connection up: the number must be just the one it expects (RFC 5961, 3.2). */
class EffectTest {

    private static Boolean effect(FlowBuilder flow) {
        return Analysed.of(flow.end()).resets().get(0).verdict().effective();
    }

    @Test
    void atTheExpectedNumber() {
        assertEquals(true, effect(Scene.busy().serverAbort()));
        assertEquals(true, effect(Scene.busy().client(10).serverRst()));
    }

    @Test
    void aheadOfTheExpectedNumberButInTheWindow() {
        assertEquals(false, effect(Scene.busy().forgeServer(p -> p.flags("R").seq(p.seq() + 1))));
    }

    @Test
    void behindTheExpectedNumber() {
        assertEquals(false, effect(Scene.busy().forgeServer(p -> p.flags("R").seq(p.seq() - 1))));
    }

    @Test
    void anOpeningConnectionEndsOnlyWhenItsSynIsAcknowledged() {
        assertEquals(true, effect(Scene.flow().syn().serverRefuses()));
        assertEquals(false, effect(Scene.flow().syn().with(p -> p.ack(p.ack() + 1)).serverRefuses()));
        assertEquals(false, effect(Scene.flow().syn().forgeServer(p -> p.flags("R").seq(0).ack(0))));
    }

    @Test
    void notWhereTheReceiverGoesOnAfterwards() {
        FlowBuilder flow = Scene.busy().serverAbort();
        flow.afterMillis(500).client(10).afterMillis(500).client(10);

        assertEquals(false, effect(flow));
    }

    @Test
    void whatWasInFlightDoesNotContradict() {
        assertEquals(true, effect(Scene.busy().clientAbort().afterMillis(4).server(1000).afterMillis(4).server(1000)));
    }

    @Test
    void aSecondResetHasNothingLeftToEnd() {
        Analysed analysed = Analysed.of(Scene.busy().serverAbort().client(10).serverRst().end());

        assertEquals(true, analysed.frame(8).verdict().effective());
        assertEquals(false, analysed.frame(10).verdict().effective());
    }

    @Test
    void unknownWhereNothingOfTheReceiverWasSeen() {
        assertNull(effect(Scene.flow().serverAbort()));
        assertNull(effect(Scene.flow().server(10).serverAbort()));
    }

    @Test
    void theReceiverExpectsWhatItAcknowledgesWhateverPassedHere() {
        assertEquals(true, effect(Scene.busy().serverLost(3000).afterMillis(20).clientAck().afterMillis(2).serverRst()));
    }

    @Test
    void theRemainsOfAnOlderConnectionAreCleared() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder old = Scene.exchange(Scene.open(Scene.flow(capture)));
        int expected = old.clientNext();
        int sent = old.serverNext();
        capture.afterMillis(20_000);
        FlowBuilder flow = Scene.flow(capture).isn(5_000_000, 9_000_000).syn().afterMillis(10).forgeServer(p -> p.flags("A").seq(sent).ack(expected))
                .afterMicros(50).forgeClient(p -> p.flags("R").seq(expected).ack(0).window(0).noOptions().ipId(0)).afterMillis(1000).syn();

        assertEquals(true, effect(flow));
    }
}
