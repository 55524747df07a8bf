package org.resetscope.core.internal.correlate;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;

/**
 * Recognises connections that end at a device between the points: a proxy or load balancer answers the handshake itself, so that the
 * connection is complete on one side of it and does not exist on the other, where the device has connections of its own.
 */
final class Terminations {

    private static final long SOON_NANOS = 3_000_000_000L;
    /** Clocks that no packet ties together are taken to tell the time as a watch does. */
    private static final long WATCH_NANOS = 5_000_000_000L;

    private final List<Survey> surveys;
    private final List<String> names;
    private final List<String> captures;
    private final Clocks clocks;
    private final Set<SurveyedFlow> ambiguous;
    private final Map<SurveyedFlow, Connection> connections;

    Terminations(List<Survey> surveys, List<String> names, List<String> captures, Clocks clocks, Set<SurveyedFlow> ambiguous,
            Map<SurveyedFlow, Connection> connections) {
        this.surveys = surveys;
        this.names = names;
        this.captures = captures;
        this.clocks = clocks;
        this.ambiguous = ambiguous;
        this.connections = connections;
    }

    /**
     * @param capture the point next to the last that has the connection
     * @param why what that point shows, so that it was listening
     * @param signal of that alone
     * @param more what happened on the other side
     */
    record Ended(int capture, String why, String signal, List<Evidence> more) {
    }

    /** @param beyond the points between the claimed sender and {@code base}, the one nearest to base last; null where it went on there */
    Ended beyond(SentReset reset, List<Integer> beyond, Sighting base) {
        Connection connection = reset.connection();
        SurveyedFlow here = connection.members(base.index()).stream().map(Connection.Member::flow).filter(Terminations::complete).findFirst()
                .orElse(null);
        boolean unsure = connection.members().stream().anyMatch(m -> ambiguous.contains(m.flow()));
        if (here == null || unsure || beyond.stream().anyMatch(connection::at)) {
            return null;
        }
        int next = beyond.get(beyond.size() - 1);
        boolean tied = clocks.of(next).known() && clocks.of(base.index()).known();
        long error = tied ? clocks.of(next).errorNanos() + clocks.of(base.index()).errorNanos() : WATCH_NANOS;
        long opened = time(base.index(), here.firstNanos, tied);
        long then = time(base.index(), base.nanos(), tied);
        Activity activity = surveys.get(next).activity();
        if (activity.empty() || opened > time(next, activity.last(), tied) + error + SOON_NANOS
                || then < time(next, activity.first(), tied) - error) {
            return null;
        }
        SurveyedFlow twin = null;
        SurveyedFlow failed = null;
        long soon = Math.min(error, SOON_NANOS);
        for (SurveyedFlow flow : surveys.get(next).flows()) {
            Connection own = connections.get(flow);
            long began = time(next, flow.firstNanos, tied);
            if (own != null && own.at(base.index()) || began < opened - error || began > then + error) {
                continue;
            }
            twin = twin == null && sameData(here, flow) ? flow : twin;
            boolean upstream = own != null && own.sightings(next).stream()
                    .anyMatch(s -> s.reset() && s.fromClient() == reset.fromClient() && time(next, s.nanos(), tied) <= then + soon);
            failed = failed == null && upstream && (flow == twin || !flow.established()) ? flow : failed;
        }
        if (!tied && twin == null && failed == null) {
            return null; // captures that have nothing in common
        }
        String why = twin != null ? "the same data in another connection" : failed != null ? "another connection fail at that time"
                : "other connections at that time";
        return new Ended(next, why, tied || twin != null ? "points.ends-between" : "points.ends-perhaps", otherSide(next, failed, twin, then, tied));
    }

    private static boolean complete(SurveyedFlow flow) {
        return flow.client().synSeen && flow.server().synSeen && flow.client().segments > 1;
    }

    private static boolean sameData(SurveyedFlow one, SurveyedFlow other) {
        return same(one.client(), other.client()) || same(one.server(), other.server());
    }

    private static boolean same(SurveyedEnd one, SurveyedEnd other) {
        return one.firstDataDigest != 0 && one.firstDataIsStart() && other.firstDataIsStart() && one.firstDataDigest == other.firstDataDigest;
    }

    private long time(int capture, long nanos, boolean tied) {
        return tied ? clocks.of(capture).toReference(nanos) : nanos;
    }

    /** What the device's own connection went through before. */
    private List<Evidence> otherSide(int capture, SurveyedFlow failed, SurveyedFlow twin, long then, boolean tied) {
        String place = "On its other side (" + names.get(capture) + ") ";
        if (failed != null) {
            FrameRef[] frames = connections.get(failed).sightings(capture).stream().filter(Sighting::reset).limit(3)
                    .map(s -> new FrameRef(captures.get(capture), s.frame())).toArray(FrameRef[]::new);
            return Finding.of("points.upstream-failed").on(frames).says(place + "a connection of the device was reset"
                    + (tied ? " " + Durations.text(Math.max(0, then - time(capture, failed.lastResetNanos, true))) + " before" : "")
                    + ": it passes on what happened there.");
        }
        return twin == null ? List.of() : Finding.of("points.upstream-fine").on(new FrameRef(captures.get(capture), twin.firstFrame))
                .says(place + "its connection was up: the device ended this one by itself.");
    }
}
