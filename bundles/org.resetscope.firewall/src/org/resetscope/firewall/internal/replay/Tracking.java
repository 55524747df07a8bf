package org.resetscope.firewall.internal.replay;

import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.model.CtState;

/**
 * What connection tracking says of a segment that passed.
 *
 * @param connected whether it has a connection
 * @param reply whether it goes against the direction of its connection's first segment
 * @param why for people, why it is INVALID, or NEW without a SYN; else null
 * @param expired whether its connection's entry was there, and its time had run out
 */
record Tracking(CtState state, boolean connected, boolean reply, String why, boolean expired) {

    static Tracking of(Tracked tracked, String why, boolean expired) {
        return new Tracking(tracked.state(), tracked.entry() != null, tracked.reply(), why, expired);
    }

    /** Of a segment whose connection was forgotten. */
    static Tracking forgotten(boolean closes) {
        return new Tracking(closes ? CtState.INVALID : CtState.NEW, !closes, false, "its connection's entry is gone", false);
    }

    /** Of a segment whose connection is open. */
    static Tracking known() {
        return new Tracking(CtState.ESTABLISHED, true, false, null, false);
    }
}
