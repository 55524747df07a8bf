package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.internal.correlate.ClockFit.Anchor;

/** Which connections the points share, and how their clocks run. Matched twice: beyond doubt first, then with the clocks that gives. */
final class Matches {

    private record Pairing(int one, int other, FlowMatcher matcher) {
    }

    private final List<Survey> surveys;
    private final List<Pairing> pairings = new ArrayList<>();
    private List<FlowPair> pairs;
    private Clocks clocks;
    private final Set<SurveyedFlow> ambiguous = new HashSet<>();
    private boolean exhausted;

    Matches(List<Survey> surveys) {
        this.surveys = surveys;
        for (int i = 0; i < surveys.size(); i++) {
            for (int j = i + 1; j < surveys.size(); j++) {
                pairings.add(new Pairing(i, j, new FlowMatcher(surveys.get(i), surveys.get(j))));
            }
        }
        match(null);
        clocks = fit((one, other, clock) -> starts(one, other, clock));
        match(clocks);
        clocks = fit((one, other, clock) -> starts(one, other, clock));
    }

    private void match(Clocks known) {
        pairs = new ArrayList<>();
        ambiguous.clear();
        for (Pairing p : pairings) {
            pairs.addAll(p.matcher.match(known == null ? Clock.UNTIED : known.between(p.one, p.other)));
            ambiguous.addAll(p.matcher.ambiguous());
            exhausted |= p.matcher.exhausted();
        }
    }

    private Clocks fit(Clocks.Shared shared) {
        return Clocks.fit(surveys.size(), shared, surveys.stream().mapToLong(Survey::precisionNanos).toArray());
    }

    private List<Anchor> starts(int one, int other, Clock ofOne) {
        boolean swapped = one > other;
        List<FlowPair> between = pairs.stream()
                .filter(p -> p.a().capture == Math.min(one, other) && p.b().capture == Math.max(one, other)).toList();
        return Anchors.ofStarts(between, swapped, ofOne);
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
