package org.resetscope.firewall.internal.model;

import java.util.EnumSet;
import java.util.Set;

/** One condition of a rule. */
public sealed interface Atom {

    /**
     * conntrack's state is one of these; packets that conntrack has not seen yet are INVALID.
     *
     * @param mapped whether it is asked as a key of a verdict map
     */
    record State(Set<CtState> states, boolean mapped) implements Atom {
        public State(Set<CtState> states) {
            this(states, false);
        }

        public State {
            states = states.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(states));
        }
    }

    /** Of the flags in mask, exactly those in value are set; or not so. */
    record Flags(int mask, int value, boolean negated) implements Atom {
    }

    /** A header field has one of these values. */
    record Field(Dimension dimension, IntervalSet values) implements Atom {
    }

    /**
     * What the text alone cannot decide; the same key means the same answer for one packet.
     *
     * @param key what is asked, without negation
     * @param withoutConnection the answer for packets that conntrack has no connection for, before negation; null where it does not
     *        depend on conntrack
     */
    record Opaque(String key, Kind kind, boolean negated, Boolean withoutConnection) implements Atom {
    }

    /** What is known of an opaque condition. */
    enum Kind {
        /** A rate that is not exceeded. */
        WITHIN_LIMIT,
        /** A rate that is exceeded. */
        OVER_LIMIT,
        /** A number of connections that is not exceeded. */
        WITHIN_COUNT,
        /** A number of connections that is exceeded. */
        OVER_COUNT,
        /** What the payload holds. */
        CONTENT,
        /** The destination is an address of the device. */
        LOCAL_DESTINATION,
        /** The source is an address of the device. */
        LOCAL_SOURCE,
        /** The connection's source address is translated. */
        TRANSLATED_SOURCE,
        /** The connection's destination address is translated. */
        TRANSLATED_DESTINATION,
        /** The packet goes in the direction of the connection's first. */
        ORIGINAL_DIRECTION,
        /** The packet's mark, which other rules may set. */
        MARK,
        OTHER
    }
}
