package org.resetscope.firewall.internal.trace;

import org.resetscope.firewall.internal.conntrack.TcpSegment;
import org.resetscope.firewall.internal.conntrack.Tuple;

/**
 * A TCP segment on its way.
 *
 * @param fit how it fits its connection
 * @param over whether it exceeds the rates and numbers that rules allow
 * @param content whether its payload is what rules look for
 */
record Segment(Tuple tuple, TcpSegment tcp, Fit fit, boolean over, boolean content) {

    /** For questions about which the numbers do not matter. */
    static Segment of(Tuple tuple, int flags) {
        return new Segment(tuple, new TcpSegment(0, 0, flags, 0, 0, -1, false, 0, true), Fit.IN_ORDER, false, false);
    }

    int flags() {
        return tcp.flags();
    }

    Segment at(Tuple newTuple) {
        return newTuple.equals(tuple) ? this : new Segment(newTuple, tcp, fit, over, content);
    }

    boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    /** The reset that answers it. Its sequence number is what was acknowledged, so that a wild acknowledgement makes a wild reset. */
    Segment reset() {
        return new Segment(tuple.reversed(), Numbers.reset(tcp), fit == Fit.ACK_OVER ? Fit.OVER_WINDOW : Fit.IN_ORDER, false, false);
    }
}
