package org.resetscope.firewall.internal.trace;

import java.util.List;

import org.resetscope.core.configuration.PathStep;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.Hook;

/**
 * A segment's way through the machine.
 *
 * @param segment as it is at the end: translated, perhaps
 * @param hook the last one it came to
 * @param in the interface it arrived on; null where the machine sent it
 */
record Passage(Verdict verdict, Segment segment, Tracked tracked, Hook hook, String in, List<PathStep> path) {

    boolean accepted() {
        return verdict == Verdict.ACCEPT;
    }
}
