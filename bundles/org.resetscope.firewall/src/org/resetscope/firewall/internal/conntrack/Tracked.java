package org.resetscope.firewall.internal.conntrack;

import org.resetscope.firewall.internal.model.CtState;

/**
 * What conntrack says of a segment.
 *
 * @param reply whether it goes against the direction of its connection's first segment; false where it has no connection
 * @param entry whether it has a connection
 * @param why for people, why it is INVALID, or NEW without a SYN; else null
 * @param expired whether its connection's entry was there, and its time had run out
 */
public record Tracked(CtState state, boolean reply, boolean entry, String why, boolean expired) {
}
