package org.resetscope.core.guide;

import java.util.List;
import java.util.Set;

import org.resetscope.core.CaptureFile;

/**
 * What the user has said so far.
 *
 * @param client address of the side that connects; null where it is not known
 * @param server address or name of the other side, likewise
 * @param port of the server; 0 where it is not known
 * @param networkInterface on which the traffic passes; null: any
 * @param captures taken so far, those of a point with its name
 * @param rules files of rules of firewalls in the path
 * @param routers ids of profiles of devices in the path
 * @param logs files of logs of the ends, or of devices
 * @param impossible steps that cannot be taken
 */
public record Answers(String client, String server, int port, String networkInterface, List<CaptureFile> captures, List<String> rules,
        List<String> routers, List<String> logs, Set<Step> impossible) {

    public static final Answers NONE = new Answers(null, null, 0, null, List.of(), List.of(), List.of(), List.of(), Set.of());

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
