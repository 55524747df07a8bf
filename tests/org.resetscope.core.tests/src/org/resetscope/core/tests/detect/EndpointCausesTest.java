package org.resetscope.core.tests.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.flow.Scene;

/** What hosts do themselves. */
class EndpointCausesTest {

    private static List<String> lines(FlowBuilder flow) {
        return Analysed.of(flow.end()).lines();
    }

    @Test
    void aClosedPortRefuses() {
        FlowBuilder flow = Scene.flow().syn().afterMillis(10).serverRefuses();

        assertEquals(List.of("i1 frame 2: server endpoint.refused; answer_to_syn to 1; syn_sent; effective"), lines(flow));
        assertEquals(Sender.SERVER, Analysed.of(flow.end()).only().verdict().fault());
    }

    @Test
    void aHostThatAcceptsElsewhereWithTheSameTtlRefusesItself() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        Scene.exchange(Scene.open(Scene.flow(capture, "10.0.0.1:40001", "10.0.0.2:443"))).close();
        Scene.flow(capture).syn().afterMillis(10).serverRefuses();

        assertEquals("server endpoint.refused", Analysed.verdict(Analysed.of(capture).only()));
        assertEquals(true, Analysed.intermediary(Analysed.of(capture).only()) < 0.05);
    }

    @Test
    void aFullAcceptQueueResetsTheAckOfTheHandshake() {
        assertEquals(List.of("i1 frame 4: server endpoint.backlog; answer_to_ack to 3; established; effective"),
                lines(Scene.opened().afterMillis(10).serverRst()));
    }

    @Test
    void anApplicationAbortsAfterItsOwnAnswer() {
        assertEquals(List.of("i1 frame 8: server endpoint.abort; abort; established; effective"),
                lines(Scene.busy().afterMillis(300).serverAbort()));
    }

    @Test
    void aClientAbortsAfterTheAnswer() {
        FlowBuilder flow = Scene.busy().afterMillis(300).clientAbort();

        assertEquals(List.of("i1 frame 8: client endpoint.abort; abort; established; effective"), lines(flow));
        assertEquals(Sender.CLIENT, Analysed.of(flow.end()).only().verdict().fault());
    }

    @Test
    void aServerClosesWithTheRequestUnread() {
        FlowBuilder flow = Scene.busy().client(500).afterMillis(10).with(p -> p.window(480)).serverAck().afterMillis(300)
                .with(p -> p.window(480)).serverAbort();

        assertEquals(List.of("i1 frame 10: server endpoint.abort.unread-data; abort; established; effective"), lines(flow));
    }

    @Test
    void aClientClosesWithTheAnswerUnreadAsItsWindowTells() {
        FlowBuilder flow = Scene.busy().afterMillis(50).server(1000).afterMicros(50).with(p -> p.window(480)).clientAck().afterMillis(300)
                .with(p -> p.window(480)).clientAbort();

        assertEquals(List.of("i1 frame 10: client endpoint.abort.unread-data; abort; established; effective"), lines(flow));
    }

    @Test
    void dataAfterTheOwnFinMeetsAClosedSocket() {
        assertEquals(List.of("i1 frame 10: client endpoint.late-data; answer_to_ack to 9; half_closed; effective"),
                lines(Scene.busy().clientFin().afterMillis(10).server(1000).afterMicros(50).clientRst()));
    }

    @Test
    void dataInFlightWhenAConnectionIsAbortedIsAConsequenceOfTheAbort() {
        FlowBuilder flow = Scene.busy().afterMillis(300).clientAbort().afterMillis(1).server(1000).afterMicros(50).clientRst().afterMicros(50)
                .server(1000).afterMicros(50).clientRst();

        assertEquals(List.of("client endpoint.abort", "client endpoint.late-data", "client endpoint.late-data"),
                Analysed.of(flow.end()).resets().stream().map(Analysed::verdict).toList());
        assertEquals(List.of("i1", "i1", "i1"), Analysed.of(flow.end()).resets().stream().map(r -> r.incident()).toList());
        assertEquals(List.of("r1", "r2", "r3"), Analysed.of(flow.end()).resets().stream().map(r -> r.id()).toList());
    }

    @Test
    void aRestartedHostKnowsNoConnection() {
        assertEquals(List.of("i1 frame 9: server endpoint.state-lost; answer_to_ack to 8; established; effective"),
                lines(Scene.busy().afterMillis(400).client(10).afterMillis(10).serverRst()));
    }

    @Test
    void keepaliveProbesWithoutAnswerEndInAReset() {
        FlowBuilder flow = Scene.busy().afterMillis(60_000).serverKeepAlive().afterMillis(1000).serverKeepAlive().afterMillis(1000)
                .serverKeepAlive().afterMillis(1000).serverAbort();

        assertEquals(List.of("i1 frame 11: server endpoint.gave-up; abort; established; effective"), lines(flow));
        assertEquals(null, Analysed.of(flow.end()).only().verdict().fault());
    }

    @Test
    void retransmissionsWithoutAnswerEndInAReset() {
        FlowBuilder flow = Scene.busy().client(500).afterMillis(200).clientRetransmits(500).afterMillis(400).clientRetransmits(500)
                .afterMillis(800).clientRetransmits(500).afterMillis(1600).clientAbort();

        assertEquals(List.of("i1 frame 12: client endpoint.gave-up; abort; established; effective"), lines(flow));
    }

    @Test
    void answeredKeepalivesAreNoReasonToGiveUp() {
        FlowBuilder flow = Scene.busy();
        for (int i = 0; i < 4; i++) {
            flow.afterMillis(1000).serverKeepAlive().afterMicros(50).clientAck();
        }

        assertEquals("server endpoint.abort", Analysed.verdict(Analysed.of(flow.afterMillis(500).serverAbort().end()).only()));
    }

    @Test
    void aSynAckThatNobodyWaitsForIsReset() {
        FlowBuilder flow = Scene.flow().syn().afterMillis(10).synAck().afterMicros(50).clientRst();

        assertEquals(List.of("i1 frame 3: client endpoint.unexpected-synack; answer_to_ack to 2; syn_received; effective"), lines(flow));
        assertEquals(Sender.CLIENT, Analysed.of(flow.end()).only().verdict().fault());
    }

    @Test
    void aSynThatMeetsTheRemainsOfAnOlderConnectionClearsThem() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder old = Scene.exchange(Scene.open(Scene.flow(capture)));
        int expected = old.clientNext();
        int sent = old.serverNext();
        capture.afterMillis(20_000);
        Scene.flow(capture).isn(5_000_000, 9_000_000).syn().afterMillis(10).forgeServer(p -> p.flags("A").seq(sent).ack(expected))
                .afterMicros(50).forgeClient(p -> p.flags("R").seq(expected).ack(0).window(0).noOptions().ipId(0)).afterMillis(1000).syn();

        assertEquals("client endpoint.port-reuse", Analysed.verdict(Analysed.of(capture).only()));
        assertEquals(9, Analysed.of(capture).only().trigger().frame());
        assertEquals(null, Analysed.of(capture).only().verdict().fault());
    }

    @Test
    void aProxyWithoutItsUpstreamEndsTheConnectionMute() {
        FlowBuilder flow = Scene.opened().client(100).afterMillis(10).serverAck().afterMillis(300).serverFin().afterMicros(100).serverAbort();

        assertEquals("server middlebox.proxy", Analysed.verdict(Analysed.of(flow.end()).only()));
        assertEquals(Sender.INTERMEDIARY, Analysed.of(flow.end()).only().verdict().fault());
    }

    @Test
    void aLoadBalancerEndsAnIdleConnectionByItsTimer() {
        FlowBuilder flow = Scene.busy().afterMillis(60_000).serverFin().afterMicros(100).serverAbort();

        assertEquals(List.of("i1 frame 9: server middlebox.idle; abort; half_closed; effective"), lines(flow));
        assertEquals(Sender.INTERMEDIARY, Analysed.of(flow.end()).only().verdict().fault());
    }

    @Test
    void aNatThatGaveTheConnectionAnotherPortMakesTheServerReset() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        Scene.exchange(Scene.open(Scene.flow(capture)));
        capture.afterMillis(60_000);
        Scene.flow(capture, "10.0.0.1:51234", "10.0.0.2:80").isn(1_000_101, 2_000_001_001).client(100).afterMillis(10).serverRst();

        assertEquals(List.of("i1 frame 9: server middlebox.remapped; answer_to_ack to 8; midstream; effective"), Analysed.of(capture).lines());
        assertEquals(Sender.INTERMEDIARY, Analysed.of(capture).only().verdict().fault());
    }

    @Test
    void anAbortWithWindowZeroSaysNothingOfUnreadData() {
        FlowBuilder flow = Scene.exchange(Scene.open(Scene.flow().noTimestamps())).afterMillis(50).with(p -> p.window(0)).clientAbort();

        assertEquals("client endpoint.abort", Analysed.verdict(Analysed.of(flow.end()).only()));
    }

    @Test
    void aProbeEndsWithoutAByte() {
        assertEquals("client endpoint.probe", Analysed.verdict(Analysed.of(Scene.opened().clientAbort().end()).only()));
    }

    @Test
    void whereNothingWasSentNothingIsUnread() {
        Reset reset = Analysed.of(Scene.opened().afterMillis(300).serverAbort().end()).only();

        assertEquals(List.of(), reset.verdict().alternatives().stream().filter(a -> a.cause().equals("endpoint.abort.unread-data")).toList());
    }

    @Test
    void theTextNamesTheSideWhoseDataWasLast() {
        Reset reset = Analysed.of(Scene.busy().afterMillis(20).server(100).with(p -> p.ack(p.ack() - 100)).clientAbort().end()).only();

        assertEquals(List.of(), Analysed.evidence(reset, "unread-data").stream().filter(e -> e.text().contains("client's own (frame 8)")).toList());
    }
}
