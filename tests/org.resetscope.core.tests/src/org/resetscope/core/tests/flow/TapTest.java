package org.resetscope.core.tests.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Reset;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;

/** A capture that shows each packet twice, such as of two interfaces of one router (capture device "any"). */
class TapTest {

    /** Every packet again, twenty microseconds later and behind one more hop. */
    private static CaptureBuilder twice(CaptureBuilder once) {
        CaptureBuilder both = once.map(p -> p);
        both.packets().addAll(once.map(p -> p.hops(1).laterMicros(20)).packets());
        both.packets().sort(Comparator.comparingLong(PacketBuilder::time));
        return both;
    }

    private static List<Long> frames(Reset reset) {
        return reset.packets().stream().map(p -> p.frame().frame()).toList();
    }

    @Test
    void aResetSeenTwiceIsOneReset() {
        Reset reset = Analysed.of(twice(Scene.busy().serverAbort().end())).only();

        assertEquals(List.of(15L, 16L), frames(reset));
        assertEquals("server endpoint.abort", Analysed.verdict(reset));
        assertEquals("ShADadr", reset.flow().history());
    }

    @Test
    void aRefusalSeenTwiceIsOneReset() {
        Reset reset = Analysed.of(twice(Scene.flow().syn().serverRefuses().end())).only();

        assertEquals(List.of(3L, 4L), frames(reset));
        assertEquals(1, reset.trigger().frame());
    }

    @Test
    void anAnswerSeenTwiceIsOneReset() {
        Reset reset = Analysed.of(twice(Scene.busy().serverFin().client(10).afterMillis(10).serverRst().end())).only();

        assertEquals(List.of(19L, 20L), frames(reset));
        assertEquals("server endpoint.late-data", Analysed.verdict(reset));
    }

    @Test
    void theHopBetweenTheTapsAccusesNobody() {
        Reset reset = Analysed.of(twice(Scene.busy().serverAbort().end())).only();

        assertEquals(true, Analysed.intermediary(reset) < 0.05);
    }

    @Test
    void equalAnswersWithoutASecondTapAreSeveralResets() {
        Analysed analysed = Analysed.of(Scene.busy().serverFin().client(10).afterMicros(10).clientRetransmits(10).afterMillis(9).serverRst()
                .afterMicros(10).serverRst().end());

        assertEquals(List.of(1, 1), analysed.resets().stream().map(r -> r.packets().size()).toList());
    }

    @Test
    void aRetransmissionIsNoCopy() {
        Reset reset = Analysed.of(Scene.opened().client(10).afterMicros(500).with(p -> p.ipId(4100)).clientRetransmits(10).serverAbort().end()).only();

        assertEquals("ShADTr", reset.flow().history());
    }

    @Test
    void aCopyHasItsOwnTime() {
        Reset reset = Analysed.of(twice(Scene.busy().serverAbort().end())).only();

        assertEquals(20_000, reset.packets().get(1).time().nanos() - reset.packets().get(0).time().nanos());
    }

    @Test
    void aCopyBelongsToTheResetItRepeats() {
        FlowBuilder flow = Scene.busy().serverFin().client(10).afterMillis(10).serverRst().afterMillis(100).client(10).afterMillis(10).serverRst();

        assertEquals(List.of(List.of(19L, 20L), List.of(23L, 24L)), Analysed.of(twice(flow.end())).resets().stream().map(TapTest::frames).toList());
    }
}
