package org.resetscope.firewall.internal.replay;

import java.util.Set;

import org.resetscope.firewall.internal.model.Rule;

/**
 * What the rules do with a segment.
 *
 * @param reject the rule that answers it with a reset; null where none does
 * @param certain whether that is so whatever is not known of the segment
 * @param passes whether the segment may pass
 * @param conditions what is not known, in the rules' own words
 * @param content whether the rule was met because of the segment's payload
 */
record Ruling(Rule reject, boolean certain, boolean passes, Set<String> conditions, boolean content) {

    static final Ruling UNKNOWN = new Ruling(null, false, true, Set.of(), false);
}
