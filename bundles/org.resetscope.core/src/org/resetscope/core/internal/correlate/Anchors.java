package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.internal.correlate.ClockFit.Anchor;

/** Packets that two captures have in common beyond doubt. */
final class Anchors {

    private static final int MOST = 100_000;

    private Anchors() {
    }

    /** Of two flows that are one: the first SYN of either end, and the first data. */
    static List<Anchor> ofStarts(List<FlowPair> pairs, boolean swapped, Clock reference) {
        List<Anchor> anchors = new ArrayList<>();
        for (FlowPair pair : pairs) {
            for (boolean low : new boolean[] { true, false }) {
                SurveyedEnd a = pair.a().end(low);
                SurveyedEnd b = pair.ofB(low);
                boolean fromClient = pair.a().clientIsLow != null ? pair.a().clientIsLow == low
                        : pair.b().clientIsLow != null ? pair.b().clientIsLow == (low == pair.aligned()) : low;
                int shift = low ? pair.lowShift() : pair.highShift();
                if (a.synSeen && b.synSeen) {
                    add(anchors, a.synNanos, b.synNanos, fromClient, swapped, reference);
                }
                if (a.dataSeen && b.dataSeen && a.firstDataSeq + shift == b.firstDataSeq) {
                    add(anchors, a.firstDataNanos, b.firstDataNanos, fromClient, swapped, reference);
                }
            }
            if (anchors.size() > MOST) {
                break;
            }
        }
        return anchors;
    }

    /** Segments that each of the two captures shows just once. */
    static List<Anchor> ofSegments(Iterable<Connection> connections, int reference, int own, Clock clock) {
        List<Anchor> anchors = new ArrayList<>();
        for (Connection connection : connections) {
            if (connection.at(reference) && connection.at(own)) {
                Map<Sighting.Key, Sighting> there = unique(connection.sightings(reference));
                Map<Sighting.Key, Sighting> here = unique(connection.sightings(own));
                there.forEach((key, s) -> {
                    Sighting twin = here.get(key);
                    if (twin != null && anchors.size() < MOST) {
                        anchors.add(new Anchor(clock.toReference(s.nanos()), twin.nanos(), s.fromClient()));
                    }
                });
            }
        }
        return anchors;
    }

    private static void add(List<Anchor> anchors, long a, long b, boolean fromClient, boolean swapped, Clock reference) {
        anchors.add(new Anchor(reference.toReference(swapped ? b : a), swapped ? a : b, fromClient));
    }

    private static Map<Sighting.Key, Sighting> unique(List<Sighting> sightings) {
        Map<Sighting.Key, Sighting> unique = new HashMap<>();
        Set<Sighting.Key> repeated = new HashSet<>();
        for (Sighting s : sightings) {
            if (!s.reset() && unique.put(s.key(), s) != null) {
                repeated.add(s.key());
            }
        }
        unique.keySet().removeAll(repeated);
        return unique;
    }
}
