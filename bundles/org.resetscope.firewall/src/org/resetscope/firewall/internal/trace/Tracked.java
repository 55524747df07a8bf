package org.resetscope.firewall.internal.trace;

import org.resetscope.firewall.internal.model.CtState;

/**
 * What conntrack says of a segment.
 *
 * @param connection null where it has none for the segment
 * @param reply whether the segment goes against the direction of the connection's first
 */
record Tracked(CtState state, Connection connection, boolean reply) {

    static final Tracked INVALID = new Tracked(CtState.INVALID, null, false);
    static final Tracked UNTRACKED = new Tracked(CtState.UNTRACKED, null, false);
}
