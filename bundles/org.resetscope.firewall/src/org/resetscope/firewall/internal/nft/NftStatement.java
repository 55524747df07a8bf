package org.resetscope.firewall.internal.nft;

import java.util.List;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Source;

/** A part of a rule: a condition or an action, as written. */
sealed interface NftStatement {

    /**
     * A comparison.
     *
     * @param selectors what is compared, several where they are joined by dots: "tcp dport"
     * @param operator ==, !=, <, >, <=, >=, !; empty where none is written
     * @param mask after "&"; null where there is none
     */
    record Match(List<String> selectors, String operator, NftValue mask, NftValue right) implements NftStatement {
    }

    /** A verdict by value. */
    record VerdictMap(Source place, List<String> selectors, NftValue map) implements NftStatement {
    }

    /** What only the running kernel knows: a rate, a quota, an extension of iptables. */
    record Unknown(String words, Atom.Kind kind, boolean counts) implements NftStatement {
    }

    /**
     * What becomes of the packet.
     *
     * @param kind accept, drop, continue, return, jump, goto, queue, reject, reset, synproxy
     * @param chain for jump and goto; null otherwise
     */
    record Verdict(Source place, String kind, String chain) implements NftStatement {
    }

    /**
     * Translates addresses.
     *
     * @param target the new address and port as written, null where the device's own address is taken
     * @param map where the target is looked up; null where it is written
     */
    record Nat(Source place, boolean source, String target, NftValue map, boolean random) implements NftStatement {
    }

    /** What else a rule does: log, notrack, mark, offload, clamp; anything that is of no matter here is "other". */
    record Action(Source place, String kind) implements NftStatement {
    }
}
