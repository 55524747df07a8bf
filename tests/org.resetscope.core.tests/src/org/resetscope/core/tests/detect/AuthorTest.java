package org.resetscope.core.tests.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** What tells who built a reset where its TTL does not: habits of stacks and filters, ways, times, and what follows. */
class AuthorTest {

    private static final int CLASS = 0x48;
    private static final int TTL_NEXT_TO_SERVER = Scene.TTL_OF_SERVER + 1;

    private static List<String> signals(Reset r) {
        return r.verdict().evidence().stream().map(e -> e.signal()).toList();
    }

    private static List<String> signals(FlowBuilder flow) {
        return signals(Analysed.of(flow.end()).only());
    }

    @Test
    void aStackAnswersInTheServiceClassOfWhatItAnswersAndAPacketFilterInTheDefaultClass() {
        FlowBuilder stack = Scene.busy().every(p -> p.tos(CLASS)).client(100).afterMillis(10).serverRst();
        FlowBuilder filter = Scene.busy().every(p -> p.tos(CLASS)).client(100).afterMillis(10).with(p -> p.tos(0)).serverRst();

        assertTrue(signals(stack).contains("tos.copied"));
        assertTrue(signals(filter).contains("tos.default"));
        assertTrue(Analysed.intermediary(Analysed.of(stack.end()).only()) < Analysed.intermediary(Analysed.of(filter.end()).only()));
    }

    @Test
    void aSocketsResetHasTheServiceClassOfItsConnection() {
        FlowBuilder socket = Scene.exchange(Scene.open(Scene.flow().every(p -> p.tos(CLASS)))).afterMillis(300).serverAbort();
        FlowBuilder forger = Scene.exchange(Scene.open(Scene.flow().every(p -> p.tos(CLASS)))).afterMillis(300).with(p -> p.tos(0))
                .forgeServer(p -> p.flags("RA"));

        assertTrue(signals(socket).contains("tos.same"));
        assertTrue(signals(forger).contains("tos.differs"));
    }

    @Test
    void explicitCongestionNotificationIsNoServiceClass() {
        assertFalse(signals(Scene.busy().every(p -> p.tos(2)).client(100).afterMillis(10).with(p -> p.tos(0)).serverRst())
                .stream().anyMatch(s -> s.startsWith("tos.")));
    }

    @Test
    void aResetThatPassesWhereTheHostsPacketsDoNotIsNotTheHosts() {
        Reset reset = Analysed.of(Scene.flow().syn().serverLost(1).afterMillis(10).clientAck().afterMicros(30).serverRst().end()).only();

        assertTrue(signals(reset).contains("asymmetry.other-way"));
        assertEquals("intermediary middlebox.invalid", Analysed.verdict(reset));
    }

    @Test
    void aDeviceOneHopNearerThanTheHostHasAHigherTtl() {
        FlowBuilder nearer = Scene.busy().afterMillis(5000).client(100).afterMillis(10).with(p -> p.ttl(TTL_NEXT_TO_SERVER)).serverRst();

        assertTrue(signals(nearer).contains("ttl.differs-little-nearer"));
        assertTrue(signals(Scene.busy().client(100).afterMillis(10).with(p -> p.ttl(Scene.TTL_OF_SERVER - 1)).serverRst()).contains("ttl.differs-little"));
    }

    @Test
    void whoHasNoConnectionOffersNoWindow() {
        FlowBuilder host = Scene.busy().client(100).afterMillis(10).serverRst();
        FlowBuilder forger = Scene.busy().client(100).afterMillis(10).forgeServer(p -> p.flags("R").ack(0).window(502).noOptions());

        assertTrue(signals(forger).contains("template.window"));
        assertTrue(Analysed.intermediary(Analysed.of(host.end()).only()) < Analysed.intermediary(Analysed.of(forger.end()).only()));
    }

    @Test
    void noSegmentCanHaveDrawnAnAnswerAtANumberThatNobodyAcknowledged() {
        FlowBuilder forger = Scene.busy().afterMillis(200).server(300).afterMillis(1).forgeServer(p -> p.flags("R").ack(0).window(502).noOptions());

        assertTrue(signals(forger).contains("form.other-ahead"));
        assertEquals(Sender.INTERMEDIARY, Analysed.of(forger.end()).only().verdict().sender());
    }

    @Test
    void aHostThatStillRetransmitsHasTheConnectionSoThatItsPacketFilterOrADeviceReset() {
        assertEquals("server endpoint.refused", Analysed.verdict(retransmittedAfterReset(Scene.TTL_OF_SERVER)));
        assertEquals(Sender.INTERMEDIARY, retransmittedAfterReset(Scene.TTL_OF_SERVER + 5).verdict().sender());
    }

    private static Reset retransmittedAfterReset(int ttl) {
        FlowBuilder flow = Scene.busy().server(500).client(100);
        int asked = flow.clientNext() - 100;
        Reset reset = Analysed.of(flow.afterMillis(10).with(p -> p.ttl(ttl)).serverRst().afterMillis(250).with(p -> p.ack(asked))
                .serverRetransmits(500).end()).only();
        assertTrue(signals(reset).contains("continuation.retransmits"));
        return reset;
    }

    @Test
    void aCopyThatTheNetworkHeldUpProvesNothing() {
        FlowBuilder flow = Scene.busy().server(500).client(100);
        int asked = flow.clientNext() - 100;

        assertFalse(signals(flow.afterMillis(10).serverRst().afterMillis(2).with(p -> p.ack(asked)).serverRetransmits(500))
                .contains("continuation.retransmits"));
    }

    @Test
    void allAnswersToAFlightComeFromWhoeverMadeTheFirst() {
        FlowBuilder flow = Scene.exchange(Scene.busy());
        for (int i = 0; i < 3; i++) {
            flow.afterMicros(20).client(1000);
        }
        for (int i = 0; i < 3; i++) {
            int nth = i;
            flow.afterMicros(i == 0 ? 2000 : 20).with(p -> p.ttl(Scene.TTL_OF_SERVER).ipId(0).window(0)).serverRst();
        }
        Analysed analysed = Analysed.of(flow.end());

        assertEquals(3, analysed.resets().size());
        for (Reset r : analysed.resets()) {
            assertEquals(15, Analysed.evidence(r, "timing").get(0).frames().get(1).frame(), "the first of the row");
            assertTrue(Analysed.evidence(r, "timing").get(0).signal().startsWith("timing.too-fast"));
        }
    }

    @Test
    void whatWasSentBeforeAllThatIsKnownMayBeWhatIsAnswered() {
        FlowBuilder flow = Scene.exchange(Scene.busy()).afterMicros(9_700);
        for (int i = 0; i < 40; i++) {
            flow.afterMicros(10).client(1000);
        }
        Reset reset = Analysed.of(flow.afterMicros(10).serverRst().end()).only();

        assertEquals(List.of(), Analysed.evidence(reset, "timing"));
    }

    @Test
    void aSecondResetFromWhereTheHostIsNotIsNoConsequenceOfTheFirst() {
        FlowBuilder flow = Scene.busy().client(100).afterMicros(20).client(100).afterMillis(8).with(p -> p.ttl(TTL_NEXT_TO_SERVER)).serverRst()
                .afterMicros(20).with(p -> p.ttl(TTL_NEXT_TO_SERVER)).serverRst();
        Reset second = Analysed.of(flow.end()).frame(11);

        assertTrue(signals(second).contains("closed-before.same-stranger"));
        assertEquals(Sender.INTERMEDIARY, second.verdict().sender());
    }

    @Test
    void aSocketThatLetsItsPacketsBeFragmentedDoesSoWithItsReset() {
        FlowBuilder flow = Scene.flow().every(p -> p.dontFragment(false));
        FlowBuilder forger = Scene.exchange(Scene.open(flow)).afterMillis(300).with(p -> p.dontFragment(true)).forgeServer(p -> p.flags("RA"));

        assertTrue(signals(forger).contains("dont-fragment.added"));
    }

    @Test
    void aHostThatLabelsItsOtherFlowsLabelsItsRefusals() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        Scene.exchange(Scene.open(Scene.flow(capture, "[2001:db8::1]:40001", "[2001:db8::2]:443").every(p -> p.flowLabel(0x12345)))).close();
        Scene.flow(capture, "[2001:db8::1]:40002", "[2001:db8::2]:81").every(p -> p.flowLabel(0x12345)).syn().afterMillis(4)
                .with(p -> p.flowLabel(0).ttl(TTL_NEXT_TO_SERVER)).serverRefuses();
        Reset reset = Analysed.of(capture).only();

        assertTrue(signals(reset).contains("flow-label.zero-unlike-others"));
        assertEquals("intermediary middlebox.reject", Analysed.verdict(reset));
    }

    @Test
    void aScannersKernelIsNoDeviceEvenWhereTheCaptureMissedTheSynAck() {
        FlowBuilder flow = Scene.flow().with(p -> p.ttl(39).ipId(7).dontFragment(false)).syn().serverLost(1).afterMillis(20)
                .forgeClient(p -> p.flags("R").ack(0).window(0).ipId(0).noOptions());

        assertNotEquals(Sender.INTERMEDIARY, Analysed.of(flow.end()).only().verdict().sender());
    }
}
