package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.internal.correlate.ClockFit.Anchor;

/** Which connections the points share, and how their clocks run. Matched twice: beyond doubt first, then with the clocks that gives. */
final class Matches {

    /** Two points, the one with the lower index first. */
    private static final class Pairing {

        private final int one;
        private final int other;
        private final FlowMatcher matcher;
        private List<FlowPair> pairs = List.of();

        private Pairing(Survey one, Survey other, int first, int second) {
            this.one = first;
            this.other = second;
            this.matcher = new FlowMatcher(one, other);
        }
    }

    private final List<Survey> surveys;
    private final List<Pairing> pairings;
    private final List<FlowPair> pairs = new ArrayList<>();
    private final Set<SurveyedFlow> ambiguous = new HashSet<>();
    private Clocks clocks;
    private boolean exhausted;

    Matches(List<Survey> surveys) {
        this.surveys = surveys;
        List<int[]> indices = new ArrayList<>();
        for (int i = 0; i < surveys.size(); i++) {
            for (int j = i + 1; j < surveys.size(); j++) {
                indices.add(new int[] { i, j });
            }
        }
        pairings = indices.parallelStream().map(p -> new Pairing(surveys.get(p[0]), surveys.get(p[1]), p[0], p[1])).toList();
        match(null);
        clocks = fit(this::starts);
        match(clocks);
        clocks = fit(this::starts);
    }

    private void match(Clocks known) {
        pairings.parallelStream().forEach(p -> p.pairs = p.matcher.match(known == null ? Clock.UNTIED : known.between(p.one, p.other)));
        pairs.clear();
        ambiguous.clear();
        for (Pairing p : pairings) {
            pairs.addAll(p.pairs);
            ambiguous.addAll(p.matcher.ambiguous());
            exhausted |= p.matcher.exhausted();
        }
    }

    private Clocks fit(Clocks.Shared shared) {
        return Clocks.fit(surveys.size(), shared, surveys.stream().mapToLong(Survey::precisionNanos).toArray());
    }

    private List<Anchor> starts(int one, int other, Clock ofOne) {
        Pairing pairing = pairings.stream().filter(p -> p.one == Math.min(one, other) && p.other == Math.max(one, other)).findFirst().orElseThrow();
        return Anchors.ofStarts(pairing.pairs, one > other, ofOne);
    }

    /** The clocks by all packets that were kept as well. */
    Clocks refined(Iterable<Connection> connections) {
        return fit((one, other, clock) -> {
            List<Anchor> anchors = new ArrayList<>(starts(one, other, clock));
            anchors.addAll(Anchors.ofSegments(connections, one, other, clock));
            return anchors;
        });
    }

    List<Survey> surveys() {
        return surveys;
    }

    List<FlowPair> pairs() {
        return pairs;
    }

    Clocks clocks() {
        return clocks;
    }

    Set<SurveyedFlow> ambiguous() {
        return ambiguous;
    }

    boolean exhausted() {
        return exhausted;
    }

    /** Connections of a point that another saw too. */
    long shared(int point) {
        Set<SurveyedFlow> flows = new HashSet<>();
        for (FlowPair pair : pairs) {
            if (pair.a().capture == point) {
                flows.add(pair.a());
            } else if (pair.b().capture == point) {
                flows.add(pair.b());
            }
        }
        return flows.size();
    }

    long ambiguousAt(int point) {
        return ambiguous.stream().filter(f -> f.capture == point).count();
    }
}
