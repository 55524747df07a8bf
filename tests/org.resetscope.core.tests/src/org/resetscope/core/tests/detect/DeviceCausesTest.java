package org.resetscope.core.tests.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Sender;
import org.resetscope.core.tests.analyze.Analysed;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.flow.Scene;

/** What firewalls and other devices between do. They stand two hops from the client here: TTL 62, two milliseconds. */
class DeviceCausesTest {

    private static final int TTL_OF_DEVICE = 62;

    private static FlowBuilder deviceResets(FlowBuilder flow) {
        return flow.afterMillis(2).with(p -> p.ttl(TTL_OF_DEVICE)).serverRst();
    }

    @Test
    void aFirewallThatRejectsASynIsToldFromAClosedPortByTheHostsTtlElsewhere() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        for (int port = 40_001; port < 40_005; port++) {
            Scene.exchange(Scene.open(Scene.flow(capture, "10.0.0.1:" + port, "10.0.0.2:80"))).close();
        }
        Scene.flow(capture, "10.0.0.1:41000", "10.0.0.2:8080").syn().afterMillis(2).with(p -> p.ttl(TTL_OF_DEVICE)).serverRefuses();

        assertEquals(List.of("i1 frame 42: intermediary middlebox.reject; answer_to_syn to 41; syn_sent; effective"), Analysed.of(capture).lines());
        assertEquals(Sender.INTERMEDIARY, Analysed.of(capture).only().verdict().fault());
    }

    @Test
    void connectionsSeenLaterCountAsWell() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        Scene.flow(capture, "10.0.0.1:41000", "10.0.0.2:8080").syn().afterMillis(2).with(p -> p.ttl(TTL_OF_DEVICE)).serverRefuses();
        for (int port = 40_001; port < 40_005; port++) {
            Scene.exchange(Scene.open(Scene.flow(capture, "10.0.0.1:" + port, "10.0.0.2:80"))).close();
        }

        assertEquals("intermediary middlebox.reject", Analysed.verdict(Analysed.of(capture).only()));
    }

    @Test
    void anAcknowledgementOfDataThatNeverPassedIsInvalidToAFirewallOnOneOfTwoPaths() {
        FlowBuilder flow = Scene.busy().serverLost(3000).afterMillis(20).clientAck();

        assertEquals("intermediary middlebox.invalid", Analysed.verdict(Analysed.of(deviceResets(flow).end()).only()));
    }

    @Test
    void aFirewallForgetsAnIdleConnection() {
        FlowBuilder flow = deviceResets(Scene.busy().afterMillis(300_000).client(100));

        assertEquals(List.of("i1 frame 9: intermediary middlebox.state-lost.expired; answer_to_ack to 8; established; effective"),
                Analysed.of(flow.end()).lines());
        assertTrue(Analysed.of(flow.end()).only().verdict().remedy().get(0).contains("300.0 s"));
    }

    @Test
    void oneSegmentWhoseContentAFilterDislikes() {
        FlowBuilder flow = deviceResets(Scene.exchange(Scene.busy()).client("forbidden"));

        assertEquals(List.of("i1 frame 13: intermediary middlebox.content; answer_to_ack to 12; established; effective"),
                Analysed.of(flow.end()).lines());
    }

    @Test
    void theServerGoesOnWithWhatADeviceRejectedInItsName() {
        FlowBuilder flow = deviceResets(Scene.busy().client(100)).afterMillis(8).serverAck().server(500);

        assertEquals("intermediary", Analysed.of(flow.end()).only().verdict().sender().id());
    }
}
