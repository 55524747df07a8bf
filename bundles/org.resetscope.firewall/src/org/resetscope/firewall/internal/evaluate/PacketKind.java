package org.resetscope.firewall.internal.evaluate;

import org.resetscope.firewall.internal.model.CtState;

/**
 * What kind of packet is followed.
 *
 * @param name for people: "an INVALID segment"
 * @param state as conntrack calls it
 * @param knownFlags the TCP flags that are known
 * @param flags their values
 * @param original whether it goes in the direction of the connection's first packet; null where both are meant
 */
public record PacketKind(String name, CtState state, int knownFlags, int flags, Boolean original) {

    /** Whether conntrack has a connection for it. */
    public boolean connected() {
        return connected(state);
    }

    static boolean connected(CtState state) {
        return state != CtState.INVALID && state != CtState.UNTRACKED;
    }
}
