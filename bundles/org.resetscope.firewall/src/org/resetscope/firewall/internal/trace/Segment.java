package org.resetscope.firewall.internal.trace;

import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.model.TcpBits;

/**
 * A TCP segment on its way.
 *
 * @param over whether it exceeds the rates and numbers that rules allow
 * @param content whether its payload is what rules look for
 */
record Segment(Tuple tuple, int flags, Fit fit, boolean over, boolean content) {

    static Segment of(Tuple tuple, int flags) {
        return new Segment(tuple, flags, Fit.IN_ORDER, false, false);
    }

    Segment at(Tuple newTuple) {
        return newTuple.equals(tuple) ? this : new Segment(newTuple, flags, fit, over, content);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    boolean syn() {
        return (flags & (TcpBits.SYN | TcpBits.ACK)) == TcpBits.SYN;
    }

    /** The reset that answers it. Its sequence number is what was acknowledged, so that a wild acknowledgement makes a wild reset. */
    Segment reset() {
        int answer = has(TcpBits.ACK) ? TcpBits.RST : TcpBits.RST | TcpBits.ACK;
        return new Segment(tuple.reversed(), answer, fit == Fit.ACK_OVER ? Fit.OVER_WINDOW : Fit.IN_ORDER, false, false);
    }
}
