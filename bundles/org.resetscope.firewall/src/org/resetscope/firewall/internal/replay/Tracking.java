package org.resetscope.firewall.internal.replay;

import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.model.CtState;

/**
 * What connection tracking says of a segment that passed.
 *
 * @param connected whether it has a connection
 * @param reply whether it goes against the direction of its connection's first segment
 * @param why for people, why it is INVALID, or NEW without a SYN; else null
 * @param past how its connection's entry ended, where it did just before
 */
record Tracking(CtState state, boolean connected, boolean reply, String why, Past past) {

    /** Of entries whose time ran out. */
    enum Past {
        NONE,
        /** The segment goes in the direction of the connection's first. */
        EXPIRED,
        /** It goes against it. */
        EXPIRED_FOR_REPLY
    }

    static Tracking of(Tracked tracked, String why, Past past) {
        return new Tracking(tracked.state(), tracked.entry() != null, tracked.reply(), why, past);
    }

    /** Of a segment whose connection was forgotten. */
    static Tracking forgotten(boolean closes) {
        return new Tracking(closes ? CtState.INVALID : CtState.NEW, !closes, false, "its connection's entry is gone", Past.NONE);
    }

    /** Of a segment whose connection is open. */
    static Tracking known() {
        return new Tracking(CtState.ESTABLISHED, true, false, null, Past.NONE);
    }

    boolean expired() {
        return past != Past.NONE;
    }
}
