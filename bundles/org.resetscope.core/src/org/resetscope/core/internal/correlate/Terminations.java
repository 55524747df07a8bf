package org.resetscope.core.internal.correlate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.detect.Durations;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;

/**
 * Recognises connections that end at a device between the points: a proxy or load balancer answers the handshake itself, so that the
 * connection is complete on one side of it and does not exist on the other, where the device has connections of its own.
 */
final class Terminations {

    private static final int ENDS_HERE = 30;
    private static final int PROXY = 14;
    private static final int IDLE = 10;
    private static final int UPSTREAM_RESET = 16;
    private static final long SOON_NANOS = 3_000_000_000L;

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
     * @param causes weights of that alone; more: what happened on the other side
     */
    record Ended(int capture, String why, Map<String, Integer> causes, List<Evidence> more) {
    }

    /** @param beyond the points between the claimed sender and {@code base}, the one nearest to base last; null where it went on there */
    Ended beyond(SentReset reset, List<Integer> beyond, Sighting base) {
        Connection connection = reset.connection();
        boolean established = connection.members(base.index()).stream().anyMatch(m -> m.flow().client().synSeen && m.flow().server().synSeen
                && m.flow().client().segments > 1);
        boolean unsure = connection.members().stream().anyMatch(m -> ambiguous.contains(m.flow()));
        if (!established || unsure || beyond.stream().anyMatch(connection::at)) {
            return null;
        }
        int next = beyond.get(beyond.size() - 1);
        Clock clock = clocks.of(next);
        Clock here = clocks.of(base.index());
        if (!clock.known() || !here.known()) {
            return null;
        }
        Activity activity = surveys.get(next).activity();
        long opened = connection.members(base.index()).stream().mapToLong(m -> here.toReference(m.flow().firstNanos)).min().getAsLong();
        long then = here.toReference(base.nanos());
        if (activity.empty() || clock.fromReference(opened) < activity.first() - clock.errorNanos() - SOON_NANOS
                || clock.fromReference(opened) > activity.last() + clock.errorNanos() + SOON_NANOS) {
            return null;
        }
        Map<String, Integer> causes = new LinkedHashMap<>();
        causes.put(Evidence.CLAIMED, ENDS_HERE);
        causes.put(Causes.PROXY, PROXY);
        causes.put(Causes.IDLE, IDLE);
        return new Ended(next, "other connections at that time", causes, otherSide(next, base.index(), opened, then));
    }

    /** What the device's own connections went through just before. */
    private List<Evidence> otherSide(int capture, int base, long opened, long then) {
        Clock clock = clocks.of(capture);
        for (SurveyedFlow flow : surveys.get(capture).flows()) {
            Connection own = connections.get(flow);
            if (flow.resets == 0 || own == null || own.at(base)) {
                continue;
            }
            long reset = clock.toReference(flow.lastResetNanos);
            if (reset <= then + clock.errorNanos() && reset >= Math.max(opened - clock.errorNanos(), then - SOON_NANOS)) {
                List<FrameRef> frames = own.sightings(capture).stream().filter(Sighting::reset).limit(3)
                        .map(s -> new FrameRef(captures.get(capture), s.frame())).toList();
                return List.of(new Evidence("points", "other-side", "On its other side (" + names.get(capture)
                        + ") a connection of the device was reset " + Durations.text(Math.max(0, then - reset))
                        + " before: it passes on what happened there.", Map.of(Causes.PROXY, UPSTREAM_RESET), frames));
            }
        }
        return List.of();
    }
}
