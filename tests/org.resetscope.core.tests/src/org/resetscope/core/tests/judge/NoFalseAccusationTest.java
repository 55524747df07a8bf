package org.resetscope.core.tests.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.flow.Scene;

/** Everyday traffic that looks strange to a naive eye: no device may be accused for it. */
class NoFalseAccusationTest {

    private static void assertVerdicts(String expected, FlowBuilder flow) {
        Analysed analysed = Analysed.of(flow.end());
        assertTrue(analysed.resets().size() > 0);
        for (Reset reset : analysed.resets()) {
            assertEquals(expected, Analysed.verdict(reset), () -> analysed.lines().toString());
        }
    }

    private static void assertNobodyBetweenIsAccused(FlowBuilder flow) {
        Analysed analysed = Analysed.of(flow.end());
        assertTrue(analysed.resets().size() > 0);
        for (Reset reset : analysed.resets()) {
            assertNotEquals(Sender.INTERMEDIARY, reset.verdict().sender(), () -> analysed.lines().toString());
        }
    }

    @Test
    void aRawSocketScannersKernelResetsWithItsOwnTtl() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        FlowBuilder last = null;
        for (int port = 1; port <= 20; port++) {
            last = Scene.flow(capture, "10.0.0.1:40000", "10.0.0.2:" + port).plain().with(p -> p.ttl(43).window(1024).ipId(31_337)).syn();
            last.afterMillis(10).synAck().afterMicros(50).clientRst();
        }

        assertVerdicts("client endpoint.unexpected-synack", last);
    }

    @Test
    void equalCostPathsVaryTheTtlByAHop() {
        assertVerdicts("server endpoint.abort", Scene.exchange(Scene.busy()).afterMillis(300).with(p -> p.ttl(56)).serverAbort());
        assertVerdicts("server endpoint.late-data",
                Scene.exchange(Scene.busy()).serverFin().afterMillis(5).client(10).afterMillis(10).with(p -> p.ttl(56)).serverRst());
    }

    @Test
    void aTtlWithinWhatThePathsOfTheHostShowedIsOrdinary() {
        FlowBuilder flow = Scene.busy().with(p -> p.ttl(56)).server(100).server(100).afterMillis(400).client(10).afterMillis(10)
                .with(p -> p.ttl(56)).serverRst();

        assertNobodyBetweenIsAccused(flow);
    }

    @Test
    void everyLateSegmentDrawsAReset() {
        FlowBuilder flow = Scene.busy().clientFin().afterMillis(10);
        for (int i = 0; i < 10; i++) {
            flow.afterMicros(20).server(1000).afterMicros(20).clientRst();
        }

        assertVerdicts("client endpoint.late-data", flow);
        assertEquals(10, Analysed.of(flow.end()).resets().size());
        assertEquals(List.of("i1"), Analysed.of(flow.end()).resets().stream().map(Reset::incident).distinct().toList());
    }

    @Test
    void resetsForLateSegmentsWhoseNumbersGrowAreNoBurst() {
        FlowBuilder flow = Scene.busy().clientFin().afterMillis(1);
        int acknowledged = flow.clientNext() - 1;
        for (int i = 0; i < 3; i++) {
            int ack = acknowledged - 50 + 25 * i;
            flow.afterMicros(20).with(p -> p.ack(ack)).server(1000);
        }
        for (int i = 0; i < 3; i++) {
            int seq = acknowledged - 50 + 25 * i;
            flow.afterMicros(20).forgeClient(p -> p.flags("R").seq(seq).ack(0).window(0).noOptions().ipId(0));
        }

        assertVerdicts("client endpoint.late-data", flow);
    }

    @Test
    void reorderingBeforeAnAbort() {
        FlowBuilder flow = Scene.busy();
        int next = flow.serverNext();
        flow.afterMillis(20).server(p -> p.seq(next + 1000).flags("PA").payload(1000)).afterMicros(30)
                .forgeServer(p -> p.seq(next).flags("A").payload(1000)).afterMillis(300).serverAbort();

        assertVerdicts("server endpoint.abort", flow);
    }

    @Test
    void anAnswerWithoutASocketHasNoTimestampsNoWindowAndIpIdZero() {
        assertVerdicts("server endpoint.late-data",
                Scene.busy().serverFin().afterMicros(50).clientAck().afterMillis(30).client(10).afterMillis(10).serverRst());
    }

    @Test
    void anAbortMayCarryNoTimestampWhereTheConnectionHasNone() {
        assertVerdicts("server endpoint.abort", Scene.exchange(Scene.open(Scene.flow().noTimestamps())).afterMillis(300).serverAbort());
        assertVerdicts("server endpoint.abort", Scene.exchange(Scene.open(Scene.flow().plain())).afterMillis(300).serverAbort());
    }

    @Test
    void anAbortOfAHostWithoutACounterForItsIpId() {
        FlowBuilder flow = Scene.exchange(Scene.open(Scene.flow().every(p -> p.ipId(0)))).afterMillis(300).serverAbort();

        assertVerdicts("server endpoint.abort", flow);
    }

    @Test
    void aCaptureThatStartsInMidStream() {
        assertVerdicts("server endpoint.abort", Scene.exchange(Scene.exchange(Scene.flow())).afterMillis(300).serverAbort());
        assertVerdicts("client endpoint.late-data", Scene.exchange(Scene.flow()).clientFin().afterMillis(10).server(100).afterMicros(50).clientRst());
        assertNobodyBetweenIsAccused(Scene.flow().client(10).afterMillis(10).serverRst());
        assertNobodyBetweenIsAccused(Scene.flow().client(10).afterMillis(10).serverAbort());
        assertNobodyBetweenIsAccused(Scene.flow().serverRst());
        assertNobodyBetweenIsAccused(Scene.flow().serverAbort());
        assertNobodyBetweenIsAccused(Scene.flow().clientAbort());
    }

    @Test
    void equalTtlsOnBothSidesDecideNothing() {
        FlowBuilder flow = Scene.exchange(Scene.open(Scene.flow().ttl(64, 64))).afterMillis(400).client(10).afterMillis(10).serverRst();

        Reset reset = Analysed.of(flow.end()).only();

        assertTrue(Analysed.evidence(reset, "ttl").stream().flatMap(e -> e.decibans().values().stream()).allMatch(w -> Math.abs(w) <= 1),
                () -> reset.verdict().evidence().toString());
        assertNotEquals(Sender.INTERMEDIARY, reset.verdict().sender());
    }

    @Test
    void aSlowApplicationAfterAQuickHandshake() {
        assertVerdicts("server endpoint.abort.unread-data",
                Scene.busy().client(100).afterMillis(10).with(p -> p.window(500)).serverAck().afterMillis(5000).with(p -> p.window(500)).serverAbort());
    }

    @Test
    void lostSegmentsBeforeAnAbortLeaveTheMatterOpenAtMost() {
        assertNobodyBetweenIsAccused(Scene.busy().serverLost(1000).afterMillis(20).serverAbort());
        assertNobodyBetweenIsAccused(Scene.busy().serverLost(1000).afterMillis(20).serverAbort().afterMicros(50).clientAck());
    }

    @Test
    void retransmittedSegmentsMeasureNoDistance() {
        FlowBuilder flow = Scene.flow().syn();
        long isn = flow.clientNext() - 1;
        flow.afterMillis(1000).forgeClient(p -> p.flags("S").seq(isn).ack(0)).afterMillis(10).synAck().afterMicros(50).clientAck().client(10)
                .afterMillis(300).clientRetransmits(10).afterMillis(10).serverAck().afterMillis(500).client(10).afterMillis(10).serverRst();

        assertNobodyBetweenIsAccused(flow);
    }

    @Test
    void bothApplicationsAbortInTheSameMoment() {
        assertNobodyBetweenIsAccused(Scene.busy().afterMillis(300).clientAbort().afterMicros(700).serverAbort());
    }

    @Test
    void theClientAsksAndAbortsBeforeTheAnswerComes() {
        assertVerdicts("client endpoint.abort", Scene.busy().client(100).afterMillis(1).clientAbort());
    }

    @Test
    void dataCapturedAfterTheAbortThatFollowedIt() {
        FlowBuilder flow = Scene.busy().serverLost(1000);
        int next = flow.serverNext();
        flow.afterMillis(20).serverAbort().afterMicros(50).forgeServer(p -> p.flags("PA").seq(next - 1000).payload(1000)).afterMicros(20)
                .clientAck();

        assertNobodyBetweenIsAccused(flow);
        assertEquals(Reset.Form.ABORT, Analysed.of(flow.end()).only().form());
    }

    @Test
    void aCaptureOfResetsOnlyWherePortsDoNotTellTheClient() {
        Reset refusal = Analysed.of(CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:50000").serverRefuses().end()).only();

        assertEquals("server endpoint.refused", Analysed.verdict(refusal));
        assertEquals("10.0.0.1", refusal.flow().client().address());
    }

    @Test
    void equalCostPathsOnABusyConnection() {
        assertNobodyBetweenIsAccused(
                Scene.exchange(Scene.busy()).afterMillis(100).client(10).afterMillis(10).with(p -> p.ttl(56)).serverRst());
        assertNobodyBetweenIsAccused(Scene.flow().plain().handshake().client("GET").serverAck().server(100).clientAck().server(100).clientAck()
                .client("x").with(p -> p.ttl(56)).serverRst());
    }
}
