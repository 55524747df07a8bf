package org.resetscope.firewall.internal.nft;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.firewall.internal.model.Priorities;

/** Priorities as nft writes them: "-150", "mangle", "filter - 10" (nft(8)). */
final class NftPriority {

    private static final Map<String, Integer> NAMES = Map.of("raw", Priorities.RAW, "mangle", Priorities.MANGLE, "dstnat", Priorities.DESTINATION_NAT,
            "filter", Priorities.FILTER, "security", Priorities.SECURITY, "srcnat", Priorities.SOURCE_NAT, "out", 100);
    private static final Pattern WRITTEN = Pattern.compile("([a-z]+)?\\s*([-+])?\\s*(\\d{1,9})?");

    private NftPriority() {
    }

    /** @return null for what is no priority */
    static Integer of(String words) {
        Matcher matcher = WRITTEN.matcher(words.strip());
        if (!matcher.matches() || matcher.group(1) == null && matcher.group(3) == null) {
            return null;
        }
        Integer named = matcher.group(1) == null ? Integer.valueOf(0) : NAMES.get(matcher.group(1));
        int offset = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return named == null ? null : named + ("-".equals(matcher.group(2)) ? -offset : offset);
    }
}
