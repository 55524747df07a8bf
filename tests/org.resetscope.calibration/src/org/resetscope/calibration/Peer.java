package org.resetscope.calibration;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Reset.Form;
import org.resetscope.core.model.Sender;

/** A rule that people or tools use to tell a device's reset; what it does not call a device's it ascribes to the source address. */
record Peer(String name, Predicate<Observation> device) {

    static final List<Peer> ALL = List.of(
            new Peer("The source address sent it (Zeek's RSTO and RSTR, tcptrace, Wireshark)", o -> false),
            new Peer("The TTL differs from the host's other packets: a device", Peer::otherTtl),
            new Peer("Window 0: a firewall", o -> o.window() == 0),
            new Peer("RST without ACK: a firewall; with ACK: the host", o -> o.reset().form() == Form.ANSWER_TO_ACK),
            new Peer("IP-ID 0: a device", o -> o.ipId() == 0),
            new Peer("TTL or IP-ID out of line: a device", o -> otherTtl(o) || o.shows("stack-marks.ip-id-differs")),
            new Peer("RST_SEQ_CHANGE (Weaver and others 2009): an injector", o -> o.shows("burst.ahead")),
            new Peer("The host goes on after its own reset: an injector", o -> o.shows("continuation.")));

    private static boolean otherTtl(Observation o) {
        return o.shows("ttl.differs") || o.shows("ttl.unusual");
    }

    Judged judge(Observation o) {
        Sender sender = device.test(o) ? Sender.INTERMEDIARY : o.reset().claimedSender();
        Map<Sender, Double> senders = Map.of(Sender.CLIENT, sender == Sender.CLIENT ? 1.0 : 0, Sender.SERVER, sender == Sender.SERVER ? 1.0 : 0,
                Sender.INTERMEDIARY, sender == Sender.INTERMEDIARY ? 1.0 : 0);
        return new Judged(o, sender, senders, Causes.UNKNOWN, Map.of());
    }
}
