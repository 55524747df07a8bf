package org.resetscope.core.tests.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** Captures that hold headers only, sequence numbers that wrap, IPv6: the verdict is that of the plain case. */
class SlicedTest {

    private static final String CLIENT6 = "[2001:db8::1]:40000";
    private static final String SERVER6 = "[2001:db8::2]:80";

    @ParameterizedTest
    @ValueSource(ints = { 54, 58, 60, 66, 68, 96, 128 })
    void headersAloneGiveTheSameVerdict(int snapLength) {
        FlowBuilder abort = Scene.exchange(Scene.open(Scene.flow(CaptureBuilder.pcap().snapLength(snapLength)))).afterMillis(300).serverAbort();
        FlowBuilder late = Scene.exchange(Scene.open(Scene.flow(CaptureBuilder.pcap().snapLength(snapLength)))).clientFin().server(100)
                .afterMicros(50).clientRst();

        assertEquals(List.of("i1 frame 8: server endpoint.abort; abort; established; effective"), Analysed.of(abort.end()).lines());
        assertEquals(List.of("i1 frame 10: client endpoint.late-data; answer_to_ack to 9; half_closed; effective"),
                Analysed.of(late.end()).lines());
    }

    @Test
    void aTimestampThatMayHaveBeenCutOffIsNotMissed() {
        FlowBuilder flow = Scene.busy().afterMillis(300).with(p -> p.captured(58)).serverAbort();

        assertEquals("server endpoint.abort", Analysed.verdict(Analysed.of(flow.end()).only()));
    }

    @ParameterizedTest
    @ValueSource(longs = { 0xffff_ffffL, 0xffff_fffeL, 0xffff_ff9bL, 0xffff_fc00L, 0x7fff_ffffL, 0x7fff_fff0L, 0 })
    void sequenceNumbersWrap(long isn) {
        FlowBuilder abort = Scene.exchange(Scene.exchange(Scene.open(Scene.flow().isn(isn, isn)))).afterMillis(300).serverAbort();
        FlowBuilder late = Scene.exchange(Scene.exchange(Scene.open(Scene.flow().isn(isn, isn)))).clientFin().server(3000).afterMicros(50)
                .clientRst();

        assertEquals(List.of("i1 frame 12: server endpoint.abort; abort; established; effective"), Analysed.of(abort.end()).lines());
        assertEquals(List.of("i1 frame 14: client endpoint.late-data; answer_to_ack to 13; half_closed; effective"),
                Analysed.of(late.end()).lines());
        assertEquals("ShADadr", Analysed.of(abort.end()).only().flow().history());
    }

    @Test
    void numbersAreReportedUnsigned() {
        FlowBuilder flow = Scene.open(Scene.flow().isn(0xffff_fff0L, 0xffff_ff00L)).afterMillis(100).serverAbort();

        assertEquals(0xffff_ff01L, Analysed.of(flow.end()).only().packets().get(0).seq());
        assertEquals(0xffff_fff1L, Analysed.of(flow.end()).only().packets().get(0).ack());
    }

    @Test
    void ipv6IsJudgedAsIpv4() {
        FlowBuilder flow = Scene.exchange(Scene.open(Scene.flow(CaptureBuilder.pcap(), CLIENT6, SERVER6).every(p -> p.flowLabel(0xabcde))))
                .clientFin().server(100).afterMicros(50).clientRst();

        Analysed analysed = Analysed.of(flow.end());

        assertEquals(List.of("i1 frame 10: client endpoint.late-data; answer_to_ack to 9; half_closed; effective"), analysed.lines());
        assertEquals("2001:db8::1", analysed.only().flow().client().address());
    }

    @Test
    void aLabelledIpv6RefusalIsTheServers() {
        FlowBuilder flow = Scene.flow(CaptureBuilder.pcap(), CLIENT6, SERVER6).every(p -> p.flowLabel(0xabcde)).syn().afterMillis(10).serverRefuses();

        assertEquals(List.of("i1 frame 2: server endpoint.refused; answer_to_syn to 1; syn_sent; effective"), Analysed.of(flow.end()).lines());
    }

    private static FlowBuilder labelled() {
        return Scene.exchange(Scene.open(Scene.flow(CaptureBuilder.pcap(), CLIENT6, SERVER6).every(p -> p.flowLabel(0xabcde))));
    }

    @Test
    void anIpv6FlowLabelOfZeroWhereTheOthersAreLabelledIsADevices() {
        assertEquals("intermediary", Analysed.of(labelled().client(10).afterMillis(5).with(p -> p.flowLabel(0).ttl(61)).serverRst().end()).only()
                .verdict().sender().id());
        assertEquals("intermediary", Analysed.of(labelled().client(10).afterMillis(5).with(p -> p.flowLabel(0)).serverAbort().end()).only()
                .verdict().sender().id());
    }

    /** The host's own packet filter sends 0 as well. */
    @Test
    void anIpv6FlowLabelOfZeroFromTheHostsOwnPlaceDecidesNothing() {
        assertEquals("undetermined", Analysed.of(labelled().client(10).afterMillis(5).with(p -> p.flowLabel(0)).serverRst().end()).only()
                .verdict().sender().id());
    }
}
