package org.resetscope.core.tests.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The captures in the directory samples, made by real stacks: what their README says has to be found. */
class SamplesTest {

    private static Analysed analysed(String name) {
        return Analysed.of(Path.of("..", "..", "samples", name));
    }

    @Test
    void aFirewallRefusesThreeTimesAndTheServerOnce() {
        Analysed analysed = analysed("refused-twice.pcap");

        assertEquals(List.of("i1 frame 4: intermediary middlebox.reject; answer_to_syn to 3; syn_sent; effective",
                "i2 frame 6: intermediary middlebox.reject; answer_to_syn to 5; syn_sent; effective",
                "i3 frame 9: intermediary middlebox.reject; answer_to_syn to 8; syn_sent; effective",
                "i4 frame 32: server endpoint.refused; answer_to_syn to 31; syn_sent; effective"), analysed.lines());
        assertEquals("Sr", analysed.frame(4).flow().history());
    }

    @Test
    void serverClientAndServerCloseWithUnreadData() {
        assertEquals(List.of("i1 frame 13: server endpoint.abort.unread-data; abort; established; effective",
                "i2 frame 23: client endpoint.abort.unread-data; abort; established; effective",
                "i3 frame 38: server endpoint.abort.unread-data; abort; established; effective"), analysed("unread-data.pcap").lines());
    }

    @Test
    void aFirewallForgetsAConnectionThatWasSilentForFiveSeconds() {
        Analysed analysed = analysed("idle-firewall.pcap");

        assertEquals(List.of("i1 frame 22: intermediary middlebox.state-lost.expired; answer_to_ack to 21; established; effective"),
                analysed.lines());
        assertTrue(analysed.only().verdict().remedy().toString().contains("5.0 s"), analysed.only().verdict().remedy().toString());
    }

    @Test
    void aDeviceForgesResetsAndTheClientAnswersWhatFollows() {
        Analysed analysed = analysed("forged.pcap");

        assertEquals(List.of("intermediary", "intermediary", "client", "client"),
                analysed.resets().stream().map(r -> r.verdict().sender().id()).toList());
        assertEquals(List.of("i1 frame 23: intermediary injected.on-path; abort; established; effective",
                "i1 frame 25: client endpoint.late-data; answer_to_ack to 24; closed; effective",
                "i1 frame 27: client endpoint.late-data; answer_to_ack to 26; closed; ineffective"),
                analysed.lines().stream().skip(1).map(l -> l.replace("i2", "i1")).toList());
        assertEquals(List.of("i1", "i2", "i2", "i2"), analysed.resets().stream().map(r -> r.incident()).toList());
    }

    @Test
    void dataMeetsAClosedSocketAtEitherEnd() {
        Analysed analysed = analysed("late-data-ipv6.pcap");

        assertEquals(List.of("i1 frame 15: server endpoint.late-data; answer_to_ack to 14; half_closed; effective",
                "i2 frame 27: client endpoint.late-data; answer_to_ack to 26; half_closed; effective"), analysed.lines());
        assertTrue(analysed.resets().stream().allMatch(r -> Analysed.intermediary(r) < 0.05));
    }
}
