package org.resetscope.firewall.internal.conntrack;

import org.resetscope.firewall.internal.model.CtState;

/**
 * What conntrack says of a segment.
 *
 * @param entry null where it is INVALID
 * @param reply whether it goes against the direction of the connection's first segment
 * @param why it is INVALID, in words; null where it is not
 */
public record Tracked(CtState state, TrackedConnection entry, boolean reply, String why) {

    static Tracked invalid(String why) {
        return new Tracked(CtState.INVALID, null, false, why);
    }
}
