package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the connections that two captures have in common. Candidates come from whatever may survive the way (addresses and ports, initial
 * sequence numbers, timestamps, first data); of them the one that agrees best is taken, if it agrees well and no other nearly as well.
 */
final class FlowMatcher {

    private static final int ENOUGH = 24;
    private static final int MARGIN = 8;
    /** A key that so many connections share (the same request again and again) tells nothing. */
    private static final int MOST_ALIKE = 64;
    /** Comparisons of sequence number ranges, for connections whose start was not captured. */
    private static final long MOST_COMPARISONS = 50_000_000;

    private final Survey a;
    private final Survey b;
    private final Map<Key, List<SurveyedFlow>> index = new HashMap<>();
    private final Set<SurveyedFlow> ambiguous = new HashSet<>();
    private List<Candidate> candidates;
    private boolean exhausted;

    private enum Kind {
        TUPLE, ISN, TIMESTAMP, DATA
    }

    private record Candidate(SurveyedFlow one, SurveyedFlow other) {
    }

    /** What a record makes itself of equals and hashCode is slow without the optimizing compiler. */
    private record Key(Kind kind, Object value, Object more) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key k && kind == k.kind && value.equals(k.value) && Objects.equals(more, k.more);
        }

        @Override
        public int hashCode() {
            return (kind.ordinal() * 31 + value.hashCode()) * 31 + Objects.hashCode(more);
        }
    }

    FlowMatcher(Survey a, Survey b) {
        this.a = a;
        this.b = b;
        for (SurveyedFlow flow : b.flows()) {
            for (Key key : keys(flow)) {
                index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(flow);
            }
        }
    }

    /** @param clock of b against a, as far as it is known */
    List<FlowPair> match(Clock clock) {
        ambiguous.clear();
        Map<SurveyedFlow, List<FlowPair>> ofA = new IdentityHashMap<>(a.flows().size());
        Map<SurveyedFlow, List<FlowPair>> ofB = new IdentityHashMap<>(b.flows().size());
        List<FlowPair> all = new ArrayList<>();
        for (Candidate candidate : candidates()) {
            FlowPair pair = Likeness.best(candidate.one, candidate.other, clock);
            if (pair.decibans() > 0) {
                all.add(pair);
            }
        }
        strangers(all, clock);
        for (FlowPair pair : all) {
            ofA.computeIfAbsent(pair.a(), f -> new ArrayList<>(1)).add(pair);
            ofB.computeIfAbsent(pair.b(), f -> new ArrayList<>(1)).add(pair);
        }
        List<FlowPair> accepted = new ArrayList<>();
        for (FlowPair pair : all) {
            if (pair.decibans() >= ENOUGH) {
                // a connection that a NAT continued under another port is two at one of the points: the best of either side is enough
                boolean bestOfA = stands(pair, ofA.get(pair.a()));
                boolean bestOfB = stands(pair, ofB.get(pair.b()));
                boolean continued = !pair.a().client().synSeen || !pair.b().client().synSeen;
                if (bestOfA && bestOfB || continued && (bestOfA || bestOfB) && !rivalled(pair, ofA, ofB)) {
                    accepted.add(pair);
                } else if (!bestOfA && !bestOfB || pair.decibans() >= ENOUGH + MARGIN) {
                    note(pair, ofA);
                }
            }
        }
        return accepted;
    }

    /** Connections of both captures for which several fit nearly as well, so that none was taken. */
    Set<SurveyedFlow> ambiguous() {
        return ambiguous;
    }

    /** Whether there were too many connections without a start to compare all of them. */
    boolean exhausted() {
        return exhausted;
    }

    private void note(FlowPair pair, Map<SurveyedFlow, List<FlowPair>> ofA) {
        boolean tie = ofA.get(pair.a()).stream().filter(p -> p.decibans() >= pair.decibans() - MARGIN).count() > 1;
        if (tie) {
            ambiguous.add(pair.a());
            ambiguous.add(pair.b());
        }
    }

    private static boolean stands(FlowPair pair, List<FlowPair> rivals) {
        return rivals.stream().allMatch(r -> r == pair || r.decibans() <= pair.decibans() - MARGIN);
    }

    /** Two that fit equally well are two claims on one connection, unless one of them continues the other. */
    private static boolean rivalled(FlowPair pair, Map<SurveyedFlow, List<FlowPair>> ofA, Map<SurveyedFlow, List<FlowPair>> ofB) {
        return ofA.get(pair.a()).stream().anyMatch(r -> r != pair && near(r, pair) && rivals(r.b(), pair.b()))
                || ofB.get(pair.b()).stream().anyMatch(r -> r != pair && near(r, pair) && rivals(r.a(), pair.a()));
    }

    private static boolean near(FlowPair rival, FlowPair pair) {
        return rival.decibans() > pair.decibans() - MARGIN;
    }

    private static boolean rivals(SurveyedFlow one, SurveyedFlow other) {
        return one.client().synSeen == other.client().synSeen && one.firstNanos <= other.lastNanos && other.firstNanos <= one.lastNanos;
    }

    /** Looked for once: what is known of the clocks does not change who shares a key. */
    private List<Candidate> candidates() {
        if (candidates == null) {
            candidates = new ArrayList<>(a.flows().size());
            for (SurveyedFlow flow : a.flows()) {
                Set<SurveyedFlow> found = new LinkedHashSet<>();
                for (Key key : keys(flow)) {
                    List<SurveyedFlow> alike = index.getOrDefault(key, List.of());
                    if (alike.size() <= MOST_ALIKE) {
                        found.addAll(alike);
                    }
                }
                found.forEach(other -> candidates.add(new Candidate(flow, other)));
            }
        }
        return candidates;
    }

    /** Pairs of which one began before its capture did, by their sequence numbers. */
    private void strangers(List<FlowPair> all, Clock clock) {
        List<SurveyedFlow> lateA = a.flows().stream().filter(FlowMatcher::late).toList();
        List<SurveyedFlow> lateB = b.flows().stream().filter(FlowMatcher::late).toList();
        exhausted = (long) lateA.size() * b.flows().size() + (long) lateB.size() * a.flows().size() > MOST_COMPARISONS;
        if (exhausted || lateA.isEmpty() && lateB.isEmpty()) {
            return;
        }
        Map<SurveyedFlow, Set<SurveyedFlow>> known = new IdentityHashMap<>();
        all.forEach(p -> known.computeIfAbsent(p.a(), f -> new HashSet<>()).add(p.b()));
        for (SurveyedFlow one : lateA) {
            b.flows().forEach(other -> stranger(one, other, known, all, clock));
        }
        for (SurveyedFlow other : lateB) {
            a.flows().forEach(one -> {
                if (!late(one)) {
                    stranger(one, other, known, all, clock);
                }
            });
        }
    }

    private static void stranger(SurveyedFlow one, SurveyedFlow other, Map<SurveyedFlow, Set<SurveyedFlow>> known, List<FlowPair> all, Clock clock) {
        if (!known.getOrDefault(one, Set.of()).contains(other)) {
            FlowPair pair = Likeness.best(one, other, clock);
            if (pair.decibans() >= ENOUGH) {
                all.add(pair);
            }
        }
    }

    private static boolean late(SurveyedFlow flow) {
        return !flow.client().synSeen && flow.low.segments + flow.high.segments > 0;
    }

    private static List<Key> keys(SurveyedFlow flow) {
        List<Key> keys = new ArrayList<>(6);
        keys.add(new Key(Kind.TUPLE, flow.tuple, null));
        for (SurveyedEnd end : List.of(flow.low, flow.high)) {
            if (end.synSeen) {
                keys.add(new Key(Kind.ISN, end.isn, null));
                if (end.synTimestamps) {
                    keys.add(new Key(Kind.TIMESTAMP, end.synTsVal, null));
                }
            }
        }
        if (flow.client().firstDataIsStart() && flow.server().firstDataIsStart()) {
            keys.add(new Key(Kind.DATA, flow.client().firstDataDigest, flow.server().firstDataDigest));
        }
        return keys;
    }
}
