package org.resetscope.core.internal.flow;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.Sequence;

/** Takes one segment into the state of its flow. */
final class TcpTracker {

    private TcpTracker() {
    }

    /** @return false when the capture had shown this very packet before (a second tap) */
    static boolean track(FlowState flow, TcpPacket p, boolean fromLow, long frame, long nanos) {
        SideState sender = flow.side(fromLow);
        SideState receiver = flow.side(!fromLow);
        boolean duplicate = sender.repeats(p, nanos) && (p.has(RST) ? sameReset(flow, sender, p) : samePacket(sender, p));
        if (duplicate) {
            flow.duplicatesSeen = true;
            flow.duplicatesDifferInTtl |= p.ttl != sender.lastTtl;
        }
        flow.lastNanos = nanos;
        flow.add(p, frame, nanos, fromLow, duplicate);
        if (duplicate) {
            return false;
        }
        sender.remember(p, nanos);
        if (p.has(RST)) {
            flow.mark(p, fromLow, false, false);
            return true;
        }
        if (flow.clientIsLow == null && p.has(SYN)) {
            flow.clientIsLow = p.has(ACK) != fromLow;
        }
        boolean gap = sender.segments > 0 && Sequence.after(p.seq, sender.nextSeq) && !p.has(SYN);
        boolean advances = sender.sent(p, nanos);
        if (p.has(ACK)) {
            sender.answered(receiver, p.ack, nanos);
        }
        flow.mark(p, fromLow, !advances, gap);
        return true;
    }

    /** A retransmission takes a new IP identification; a copy at another tap does not. Where there is none, the way it came tells. */
    private static boolean samePacket(SideState sender, TcpPacket p) {
        boolean sameClock = !p.timestamps || p.tsVal == sender.lastTsVal;
        return sameClock && (p.ipId > 0 ? p.ipId == sender.ipIdLast : p.ttl != sender.lastTtl);
    }

    /** Answers to several late segments look the same without being copies: only where this flow is seen twice, and in the same manner. */
    private static boolean sameReset(FlowState flow, SideState sender, TcpPacket p) {
        return flow.duplicatesSeen && p.ttl != sender.lastTtl == flow.duplicatesDifferInTtl;
    }

    /**
     * Whether a SYN starts a new connection on addresses and ports that are known already, rather than repeating the known one's SYN.
     */
    static boolean startsAnew(FlowState flow, TcpPacket p, boolean fromLow) {
        if ((p.flags & (SYN | ACK | RST)) != SYN) {
            return false;
        }
        SideState sender = flow.side(fromLow);
        return flow.reset() || sender.synSeen ? flow.reset() || p.seq != sender.isn : sender.segments > 0 || flow.side(!fromLow).segments > 0 || flow.low.resetsSent + flow.high.resetsSent > 0;
    }
}
