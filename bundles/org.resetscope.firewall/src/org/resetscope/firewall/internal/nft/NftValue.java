package org.resetscope.firewall.internal.nft;

import java.util.List;

/** What nft compares with, as written. */
sealed interface NftValue {

    /** A word, a number, an address with its prefix, a range, or a string. */
    record Single(String text) implements NftValue {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Several at once: "established,related", "syn|ack". */
    record Several(List<NftValue> values) implements NftValue {
    }

    /** One value for each of several selectors. */
    record Concat(List<NftValue> values) implements NftValue {
    }

    /** A set, or a map, that is written where it is used. */
    record Elements(List<Element> elements) implements NftValue {
    }

    /** A set or map of the table. */
    record Named(String name) implements NftValue {
        @Override
        public String toString() {
            return "@" + name;
        }
    }

    /**
     * Of a set or a map.
     *
     * @param verdict what a verdict map does; null in others
     * @param data what another map answers; null in sets and verdict maps
     */
    record Element(NftValue key, NftStatement.Verdict verdict, NftValue data) {
    }
}
