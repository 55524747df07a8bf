package org.resetscope.firewall.internal.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Chains that can call each other.
 *
 * @param end where another rule of the table could be written; null where the text has no end of the table
 */
public record Table(Family family, String name, Map<String, Chain> chains, Source end) {

    public Table {
        chains = Collections.unmodifiableMap(new LinkedHashMap<>(chains));
    }
}
