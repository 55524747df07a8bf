package org.resetscope.firewall.internal.replay;

import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/**
 * What connection tracking says of a segment that passed.
 *
 * @param connected whether it has a connection
 * @param reply whether it goes against the direction of its connection's first segment
 * @param why for people, why it is INVALID, or NEW without a SYN; else null
 * @param past how its connection's entry ended, where it did just before
 * @param forwarded its addresses in FORWARD, where it is known that they get there, and how they are translated; else null
 */
record Tracking(CtState state, boolean connected, boolean reply, String why, Past past, Tuple forwarded) {

    /** Of entries whose time ran out. */
    enum Past {
        NONE,
        /** The segment goes in the direction of the connection's first. */
        EXPIRED,
        /** It goes against it. */
        EXPIRED_FOR_REPLY
    }

    static Tracking of(Tracked tracked, String why, Past past, Tuple forwarded) {
        return new Tracking(tracked.state(), tracked.entry() != null, tracked.reply(), why, past, forwarded);
    }

    /** Of a segment whose connection was forgotten: nothing translates it. */
    static Tracking forgotten(Passing p, Tracking before) {
        boolean closes = p.has(TcpBits.FIN);
        return new Tracking(closes ? CtState.INVALID : CtState.NEW, !closes, false, "its connection's entry is gone", Past.NONE,
                p.tuple().equals(before.forwarded) ? before.forwarded : null);
    }

    /** Of a segment whose connection is open. */
    static Tracking known(Tracking before) {
        return new Tracking(CtState.ESTABLISHED, true, false, null, Past.NONE, before.forwarded);
    }

    boolean expired() {
        return past != Past.NONE;
    }
}
