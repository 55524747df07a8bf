package org.resetscope.core.guide;

import java.util.List;
import java.util.Set;

import org.resetscope.core.CaptureFile;

/**
 * What the user has said so far.
 *
 * @param ends of the connections
 * @param captures taken so far, those of a point with its name
 * @param rules files of rules of firewalls in the path
 * @param routers ids of profiles of devices in the path
 * @param logs files of logs of the ends, or of devices
 * @param impossible steps that cannot be taken
 */
public record Answers(Ends ends, List<CaptureFile> captures, List<String> rules, List<String> routers, List<String> logs,
        Set<Step> impossible) {

    /** Nothing was said yet. */
    public static final Answers NONE = new Answers(Ends.UNKNOWN, List.of(), List.of(), List.of(), List.of(), Set.of());

    public Answers {
        captures = List.copyOf(captures);
        rules = List.copyOf(rules);
        routers = List.copyOf(routers);
        logs = List.copyOf(logs);
        impossible = Set.copyOf(impossible);
    }

    /** Captures that have the name of a point. */
    long points() {
        return captures.stream().filter(c -> c.point() != null).count();
    }
}
