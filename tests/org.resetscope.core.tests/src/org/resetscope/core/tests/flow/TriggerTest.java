package org.resetscope.core.tests.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Reset.Form;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;

/** How a reset was built, and which segment it answers. */
class TriggerTest {

    private static Reset only(FlowBuilder flow) {
        return Analysed.of(flow.end()).only();
    }

    private static List<Long> triggers(FlowBuilder flow) {
        return Analysed.of(flow.end()).resets().stream().filter(r -> r.trigger() != null).map(r -> r.trigger().frame()).toList();
    }

    @Test
    void aRefusalAnswersTheSyn() {
        Reset reset = only(Scene.flow().syn().serverRefuses());

        assertEquals(Form.ANSWER_TO_SYN, reset.form());
        assertEquals(1, reset.trigger().frame());
        assertEquals("c1", reset.trigger().capture());
    }

    @Test
    void aRefusalAnswersASynWithData() {
        Reset reset = only(Scene.flow().with(p -> p.payload(20)).syn().serverRefuses());

        assertEquals(Form.ANSWER_TO_SYN, reset.form());
        assertEquals(1, reset.trigger().frame());
    }

    @Test
    void aRefusalWithoutItsSynIsStillOne() {
        Reset reset = only(Scene.flow().serverRefuses());

        assertEquals(Form.ANSWER_TO_SYN, reset.form());
        assertNull(reset.trigger());
    }

    @Test
    void aSegmentWithoutAckDrawsResetWithAckToo() {
        CaptureBuilder capture = CaptureBuilder.pcap().packet(PacketBuilder.tcp(Scene.CLIENT, Scene.SERVER).flags("F").seq(7).ack(0))
                .packet(PacketBuilder.tcp(Scene.SERVER, Scene.CLIENT).flags("RA").seq(0).ack(8).window(0));

        Reset reset = Analysed.of(capture).only();

        assertEquals(Form.ANSWER_TO_SYN, reset.form());
        assertEquals(1, reset.trigger().frame());
    }

    @Test
    void aResetAloneAnswersTheSegmentWhoseAcknowledgementItsNumberIs() {
        Reset reset = only(Scene.busy().client(100).serverRst());

        assertEquals(Form.ANSWER_TO_ACK, reset.form());
        assertEquals(8, reset.trigger().frame());
    }

    @Test
    void anAbortAnswersNothing() {
        Reset reset = only(Scene.busy().client(100).serverAbort());

        assertEquals(Form.ABORT, reset.form());
        assertNull(reset.trigger());
    }

    @Test
    void anAbortMayLeaveTheLatestDataUnacknowledged() {
        assertEquals(Form.ABORT, only(Scene.busy().client(100).with(p -> p.ack(p.ack() - 100)).serverAbort()).form());
    }

    @Test
    void aResetAtNobodysNumberIsIrregular() {
        assertEquals(Form.OTHER, only(Scene.busy().forgeServer(p -> p.flags("R").seq(p.seq() + 4321))).form());
        assertEquals(Form.OTHER, only(Scene.busy().forgeServer(p -> p.flags("RA").seq(p.seq() + 4321))).form());
        assertEquals(Form.OTHER, only(Scene.busy().forgeServer(p -> p.flags("RA").ack(p.ack() + 4321))).form());
    }

    @Test
    void anAbortOfTheNumberZeroIsNoAnswerToASyn() {
        FlowBuilder flow = Scene.open(Scene.flow().isn(1000, 0xffff_ffffL - 500)).client(10).server(500).clientAck();
        assertEquals(0, flow.serverNext());

        assertEquals(Form.ABORT, only(flow.serverAbort()).form());
    }

    @Test
    void twentyResetsAnswerTwentySegmentsOneByOne() {
        FlowBuilder flow = Scene.busy();
        for (int i = 0; i < 20; i++) {
            flow.afterMillis(50).client(10).afterMillis(10).serverRst();
        }

        assertEquals(LongStream.range(0, 20).mapToObj(i -> 8 + 2 * i).toList(), triggers(flow));
    }

    @Test
    void resetsForSegmentsInFlightAnswerThemInTheirOrder() {
        FlowBuilder flow = Scene.busy();
        for (int i = 0; i < 8; i++) {
            flow.afterMicros(20).client(100);
        }
        flow.afterMillis(9);
        for (int i = 0; i < 8; i++) {
            flow.afterMicros(20).serverRst();
        }

        assertEquals(LongStream.range(8, 16).boxed().toList(), triggers(flow));
    }

    @Test
    void aReorderedSegmentBelowTheLastOneIsAnsweredAsWell() {
        FlowBuilder flow = Scene.busy().serverFin();
        int first = flow.clientNext();
        flow.client(p -> p.seq(first + 100).flags("PA").payload(100)).afterMicros(10).forgeClient(p -> p.seq(first).flags("PA").payload(100))
                .afterMillis(9).serverRst().afterMicros(10).serverRst();

        assertEquals(List.of(9L, 10L), triggers(flow));
    }

    @Test
    void aResetIsNeverAnsweredByAReset() {
        assertEquals(List.of(), triggers(Scene.busy().clientAbort().serverAbort()));
    }

    @Test
    void whatAnAbortAcknowledgedIsNotAnsweredAgain() {
        FlowBuilder flow = Scene.opened().client(100).afterMillis(10).serverAck().server(1000).afterMillis(1).clientAbort();
        flow.server(1000).afterMicros(50).clientRst().server(1000).afterMicros(50).clientRst();

        assertEquals(List.of(8L, 10L), triggers(flow));
    }

    @Test
    void twentyLateSegmentsAfterAnAbort() {
        FlowBuilder flow = Scene.busy().afterMillis(300).serverAbort();
        for (int i = 0; i < 20; i++) {
            flow.afterMicros(20).client(100).afterMillis(10).serverRst();
        }

        assertEquals(LongStream.range(0, 20).mapToObj(i -> 9 + 2 * i).toList(), triggers(flow));
        List<Reset> resets = Analysed.of(flow.end()).resets();
        assertEquals(resets.get(1).verdict().causeProbability(), resets.get(20).verdict().causeProbability(), 0.02);
    }

    @Test
    void anAcknowledgementProvesDataThatTheCaptureLost() {
        FlowBuilder flow = Scene.busy().serverLost(1000).afterMicros(50).clientAck().afterMillis(300).serverAbort();

        assertEquals(Form.ABORT, only(flow).form());
        assertEquals("server endpoint.abort", Analysed.verdict(only(flow)));
        assertEquals(Form.ABORT, only(Scene.flow().client(10).afterMillis(20).serverAbort()).form());
    }
}
