package org.resetscope.core.tests.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;
import org.resetscope.core.tests.flow.Scene;

/** Resets that somebody else sends in an end's name. */
class ForgeryTest {

    private static final int TTL_OF_FORGER = 61;

    private static Consumer<PacketBuilder> resetAck() {
        return p -> p.flags("RA").ttl(TTL_OF_FORGER).noOptions().window(0).ipId(7);
    }

    @Test
    void aResetWithAckOfAnotherTtlThatComesTooFast() {
        FlowBuilder flow = Scene.busy().client("secret").afterMillis(3).forgeServer(resetAck());

        assertEquals("i1 frame 9: intermediary injected.on-path; abort; established; effective", Analysed.line(Analysed.of(flow.end()).only()));
    }

    @Test
    void theServersOwnAnswerFollows() {
        FlowBuilder flow = Scene.busy().client("secret").afterMillis(3).forgeServer(resetAck()).afterMillis(7).serverAck().server(500);

        assertTrue(Analysed.verdict(Analysed.of(flow.end()).only()).startsWith("intermediary injected."));
        assertTrue(Analysed.detectors(Analysed.of(flow.end()).only()).containsAll(List.of("ttl", "timing", "continuation", "stack-marks")));
    }

    @Test
    void aResetAloneOfAnotherTtlThoughTheServerAnswers() {
        FlowBuilder flow = Scene.busy().client("secret").afterMillis(3)
                .forgeServer(p -> p.flags("R").ack(0).ttl(TTL_OF_FORGER).noOptions().window(0).ipId(0x5969)).afterMillis(7).serverAck().server(500);

        assertTrue(Analysed.verdict(Analysed.of(flow.end()).only()).startsWith("intermediary injected."));
    }

    @Test
    void aCopiedTtlIsBetrayedByTheMissingTimestampAndTheServersAnswer() {
        FlowBuilder flow = Scene.busy().client("secret").afterMillis(3).forgeServer(p -> p.flags("RA").noOptions()).afterMillis(7).serverAck()
                .server(500);

        assertTrue(Analysed.verdict(Analysed.of(flow.end()).only()).startsWith("intermediary injected."));
    }

    @Test
    void threeResetsThatRunAheadAreABurstFromBesideThePath() {
        FlowBuilder flow = Scene.busy();
        int next = flow.serverNext();
        flow.client("secret").afterMillis(3).forgeServer(resetAck()).afterMicros(20).forgeServer(resetAck().andThen(p -> p.seq(next + 1460)))
                .afterMicros(20).forgeServer(resetAck().andThen(p -> p.seq(next + 4380))).afterMillis(7).serverAck().server(500);

        Analysed analysed = Analysed.of(flow.end());

        assertEquals(List.of("intermediary injected.off-path", "intermediary injected.off-path", "intermediary injected.off-path"),
                analysed.resets().stream().map(Analysed::verdict).toList());
        assertEquals(List.of("i1", "i1", "i1"), analysed.resets().stream().map(r -> r.incident()).toList());
        assertEquals(List.of(true, false, false), analysed.resets().stream().map(r -> r.verdict().effective()).toList());
    }

    @Test
    void aBlindResetDrawsAChallengeAckAndTheConnectionLivesOn() {
        FlowBuilder flow = Scene.busy().afterMillis(50).forgeServer(p -> p.flags("R").seq(p.seq() + 9000).ack(0).ttl(TTL_OF_FORGER).noOptions())
                .afterMicros(50).clientAck().afterMillis(50).client("more").afterMillis(10).serverAck();

        assertEquals("i1 frame 8: intermediary injected.blind; other; established; ineffective", Analysed.line(Analysed.of(flow.end()).only()));
        assertEquals(9, Analysed.evidence(Analysed.of(flow.end()).only(), "challenge").get(0).frames().get(1).frame());
    }

    @Test
    void resetsToBothEndsAtOnceAreADevices() {
        FlowBuilder flow = Scene.busy().client("secret").afterMillis(3).forgeServer(resetAck()).afterMicros(30).forgeClient(resetAck());

        Analysed analysed = Analysed.of(flow.end());

        assertEquals(List.of("intermediary", "intermediary"), analysed.resets().stream().map(r -> r.verdict().sender().id()).toList());
        assertTrue(Analysed.detectors(analysed.frame(9)).contains("crossing-resets"));
        assertTrue(Analysed.detectors(analysed.frame(10)).contains("crossing-resets"));
    }

    @Test
    void aSynThatIsAcceptedWasNotRefusedByItsServer() {
        FlowBuilder flow = Scene.flow().syn().afterMillis(3).with(p -> p.ttl(TTL_OF_FORGER)).serverRefuses().afterMillis(7).synAck();

        assertTrue(Analysed.verdict(Analysed.of(flow.end()).only()).startsWith("intermediary injected."));
    }
}
