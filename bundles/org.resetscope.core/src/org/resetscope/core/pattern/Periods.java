package org.resetscope.core.pattern;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.resetscope.core.model.Reset;
import org.resetscope.core.pattern.PeriodFinder.Found;
import org.resetscope.core.pattern.Subject.Scope;

/** Looks for periods in the resets of each pair of hosts, client, service and cause, and in all of them. */
final class Periods {

    private static final double NANOS = 1e9;
    /** Periods that differ by no more are the same. */
    private static final double SAME = 0.05;
    /** A wider subject tells something new where that share of its resets is not in a narrower series of the same period. */
    private static final double NEW = 0.5;
    /** Of the silences so many are alike, and so close. */
    private static final double MOST_ALIKE = 0.7;
    private static final double ALIKE = 0.02;

    private Periods() {
    }

    static List<Periodicity> of(List<Reset> resets) {
        record Candidate(Series series, Found found) {
        }
        List<Candidate> candidates = new ArrayList<>();
        Map<IntBuffer, Optional<Found>> looks = new HashMap<>(); // the same resets under two names are one look
        for (Scope scope : Scope.values()) {
            for (Series series : Series.of(resets, scope, PeriodFinder.LEAST_EVENTS, r -> true)) {
                Series ordered = series.inOrderOfTime(resets);
                looks.computeIfAbsent(IntBuffer.wrap(ordered.resets()),
                        k -> Optional.ofNullable(PeriodFinder.find(seconds(resets, ordered), resolution(resets, ordered)))
                                .filter(f -> f.logChance() <= Math.log(Patterns.MOST_CHANCE)))
                        .ifPresent(found -> candidates.add(new Candidate(ordered, found)));
            }
        }
        List<Periodicity> periods = new ArrayList<>();
        Map<Double, BitSet> told = new TreeMap<>();
        for (Candidate candidate : candidates) { // narrow subjects come first
            double logChance = candidate.found.logChance() + Math.log(looks.size());
            BitSet members = members(candidate.series, candidate.found);
            if (logChance <= Math.log(Patterns.MOST_CHANCE) && tellsMore(candidate.found.period(), members, told)) {
                told.computeIfAbsent(candidate.found.period(), p -> new BitSet()).or(members);
                periods.add(periodicity(resets, candidate.series, candidate.found, members, Math.exp(logChance)));
            }
        }
        periods.sort(Comparator.comparingDouble(Periodicity::chance));
        return List.copyOf(periods);
    }

    /** From the first on, so that a double keeps nanoseconds of days. */
    private static double[] seconds(List<Reset> resets, Series series) {
        long start = Series.nanos(resets.get(series.resets()[0]));
        return Arrays.stream(series.resets()).mapToDouble(i -> ((double) Series.nanos(resets.get(i)) - start) / NANOS).toArray();
    }

    /** Of the coarsest clock. */
    private static double resolution(List<Reset> resets, Series series) {
        int digits = Arrays.stream(series.resets()).map(i -> resets.get(i).packets().get(0).time().digits()).min().orElse(9);
        return Math.pow(10, -digits);
    }

    private static BitSet members(Series series, Found found) {
        BitSet members = new BitSet();
        for (int[] event : found.members()) {
            for (int i = event[0]; i <= event[1]; i++) {
                members.set(series.resets()[i]);
            }
        }
        return members;
    }

    /** Multiples are the same period, seen with gaps. */
    private static boolean tellsMore(double period, BitSet members, Map<Double, BitSet> told) {
        BitSet fresh = (BitSet) members.clone();
        told.forEach((other, resets) -> {
            double ratio = Math.max(period, other) / Math.min(period, other);
            if (Math.abs(ratio - Math.rint(ratio)) <= SAME * ratio) {
                fresh.andNot(resets);
            }
        });
        return fresh.cardinality() > NEW * members.cardinality();
    }

    private static Periodicity periodicity(List<Reset> resets, Series series, Found found, BitSet members, double chance) {
        List<int[]> events = found.members();
        Reset first = resets.get(series.resets()[events.get(0)[0]]);
        Reset last = resets.get(series.resets()[events.get(events.size() - 1)[0]]);
        return new Periodicity(series.subject(), Math.round(found.period() * NANOS), Math.round(found.spread() * NANOS), events.size(),
                found.missing(), members.cardinality(), chance, first.packets().get(0).time(), last.packets().get(0).time(),
                idle(resets, members), null);
    }

    /** The silence that most of them have. */
    private static Long idle(List<Reset> resets, BitSet members) {
        if (members.stream().allMatch(i -> resets.get(i).form() == Reset.Form.ANSWER_TO_SYN)) {
            return 0L;
        }
        long[] silences = members.stream().mapToObj(resets::get).filter(r -> r.idle() != null).mapToLong(r -> r.idle().nanos()).sorted().toArray();
        if (silences.length < MOST_ALIKE * members.cardinality()) {
            return null;
        }
        long median = silences[silences.length / 2];
        long alike = Arrays.stream(silences).filter(s -> Math.abs(s - median) <= ALIKE * median).count();
        return alike >= MOST_ALIKE * members.cardinality() ? median : null;
    }
}
