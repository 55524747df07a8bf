package org.resetscope.firewall.internal.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Chains that can call each other.
 *
 * @param end where another rule (or, of nft, another chain) of the table could be written; null where the text has no end of the table
 */
public record Table(Family family, String name, Map<String, Chain> chains, Source end, Language language) {

    public Table {
        chains = Collections.unmodifiableMap(new LinkedHashMap<>(chains));
    }
}
