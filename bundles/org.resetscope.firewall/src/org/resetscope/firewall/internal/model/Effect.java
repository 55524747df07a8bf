package org.resetscope.firewall.internal.model;

/** What a rule does with the packets that match. */
public sealed interface Effect {

    /** Ends the base chain; later base chains are asked still. */
    record Accept() implements Effect {
    }

    record Drop() implements Effect {
    }

    /** REJECT with a TCP reset. */
    record Reset() implements Effect {
    }

    /** REJECT with an ICMP error. */
    record Icmp(String type) implements Effect {
    }

    /** Goes on in a chain, and comes back at its end. */
    record Jump(String chain) implements Effect {
    }

    /** Goes on in a chain, at whose end comes back to where this chain was called from. */
    record Goto(String chain) implements Effect {
    }

    record Return() implements Effect {
    }

    /** conntrack is not to look at the packet. */
    record NoTrack() implements Effect {
    }

    /** Answers the handshake in the server's stead, and takes every other packet away. */
    record SynProxy() implements Effect {
    }

    /**
     * Translates addresses.
     *
     * @param source whether of the source; else of the destination
     * @param addresses the new ones; null where the device's own is taken (MASQUERADE, REDIRECT)
     * @param ports the new ones; null where kept
     * @param random whether each connection gets a port of its own
     */
    record Nat(boolean source, IntervalSet addresses, IntervalSet ports, boolean random) implements Effect {
    }

    /** Sets the packet's mark. */
    record Mark() implements Effect {
    }

    /** Lets what follows of the connection pass by all later rules. */
    record Offload() implements Effect {
    }

    /** Makes segments small enough for a narrower link. */
    record ClampMss() implements Effect {
    }

    /** Writes to the log. */
    record Log() implements Effect {
    }

    /** Gives the packet to a program, which decides. */
    record Queue() implements Effect {
    }

    /** Does something that is of no matter here, and goes on. */
    record Other(String name) implements Effect {
    }

    /** Whether the next rule sees the packet as if this one were not there. */
    default boolean passive() {
        return this instanceof Log || this instanceof Other || this instanceof Offload || this instanceof ClampMss;
    }
}
