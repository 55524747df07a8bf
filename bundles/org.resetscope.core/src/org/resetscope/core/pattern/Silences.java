package org.resetscope.core.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.model.Reset;
import org.resetscope.core.pattern.Subject.Scope;

/**
 * Looks for many silences of the same length before resets, at each service and over all. An incident counts once.
 *
 * <p>Silences cluster by chance too. Where they have nothing in common their logarithms are spread evenly: that any of n falls into a
 * window of width w with k - 1 of the others is to be expected n B(n-1, k-1) p^(k-1) times, with p the share of the range that the window
 * takes up. The range is at least a factor of two, as a few silences from one narrow range say little of it; and where the neighbourhood
 * (a factor of 1.4 to either side) is denser than the range, p is that of the neighbourhood.
 */
final class Silences {

    private static final double NANOS = 1e9;
    private static final int LEAST = 4;
    /** Timers are looked after every second or so: silences of one timer differ by that, and by a little of its length. */
    private static final double WIDTH = 0.01;
    private static final double WIDTH_LEAST = 0.6;
    private static final double LEAST_RANGE = Math.log(2);
    private static final double NEIGHBOURS = Math.log(1.4);
    private static final int MOST_CLUSTERS = 20;
    private static final double NEW = 0.5;

    private Silences() {
    }

    /** Logarithm of a silence in seconds, and the reset's position. */
    private record Length(double log, int reset) {

        double seconds() {
            return Math.exp(log);
        }
    }

    private record Cluster(int from, int to, double logChance) {
    }

    static List<SameSilence> of(List<Reset> resets) {
        List<SameSilence> found = new ArrayList<>();
        for (boolean bySender : new boolean[] { true, false }) {
            for (boolean halfClosed : new boolean[] { false, true }) {
                BitSet told = new BitSet();
                List<Series> all = new ArrayList<>();
                for (Scope scope : List.of(Scope.SERVICE, Scope.ALL)) {
                    all.addAll(Series.of(resets, scope, LEAST, r -> r.idle() != null && r.idle().endedBySender() == bySender
                            && r.idle().halfClosed() == halfClosed));
                }
                // both ways of ending and closing are looked at
                all.forEach(series -> look(resets, series, Math.log(4.0 * all.size()), told, found));
            }
        }
        found.sort(Comparator.comparingDouble(SameSilence::chance));
        return List.copyOf(found);
    }

    private static void look(List<Reset> resets, Series series, double logLooks, BitSet told, List<SameSilence> found) {
        List<Length> lengths = lengths(resets, series);
        int all = lengths.size();
        for (int i = 0; i < MOST_CLUSTERS && lengths.size() >= LEAST; i++) {
            Cluster best = best(lengths, logLooks);
            if (best == null || best.logChance > Math.log(Patterns.MOST_CHANCE)) {
                break;
            }
            List<Length> members = lengths.subList(best.from, best.to);
            BitSet positions = new BitSet();
            members.forEach(m -> positions.set(m.reset));
            BitSet fresh = (BitSet) positions.clone();
            fresh.andNot(told);
            if (fresh.cardinality() > NEW * positions.cardinality()) {
                found.add(same(resets, series, members, all, best.logChance));
                told.or(positions);
            }
            members.clear();
        }
    }

    private static List<Length> lengths(List<Reset> resets, Series series) {
        List<Length> lengths = new ArrayList<>();
        Set<String> incidents = new HashSet<>();
        for (int i : series.resets()) {
            if (incidents.add(resets.get(i).incident())) {
                lengths.add(new Length(Math.log(Math.max(1, resets.get(i).idle().nanos()) / NANOS), i));
            }
        }
        lengths.sort(Comparator.comparingDouble(Length::log));
        return lengths;
    }

    private static Cluster best(List<Length> lengths, double logLooks) {
        Cluster best = null;
        int n = lengths.size();
        double range = Math.max(LEAST_RANGE, lengths.get(n - 1).log - lengths.get(0).log);
        double[] factorials = logFactorials(n);
        int to = 0;
        int left = 0;
        int right = 0;
        for (int from = 0; from < n; from++) {
            double start = lengths.get(from).log;
            double end = Math.log(lengths.get(from).seconds() * (1 + WIDTH) + WIDTH_LEAST);
            while (to < n && lengths.get(to).log <= end) {
                to++;
            }
            while (lengths.get(left).log < start - NEIGHBOURS) {
                left++;
            }
            while (right < n && lengths.get(right).log <= end + NEIGHBOURS) {
                right++;
            }
            int inside = to - from;
            if (inside >= LEAST) {
                double width = end - start;
                double around = Math.min(lengths.get(n - 1).log, end + NEIGHBOURS) - Math.max(lengths.get(0).log, start - NEIGHBOURS) - width;
                double share = (right - left - inside) / (double) n * width / Math.max(NEIGHBOURS, around);
                double logChance = logLooks + Math.log(n) + factorials[n - 1] - factorials[inside - 1] - factorials[n - inside]
                        + (inside - 1) * Math.log(Math.min(1, Math.max(width / range, share)));
                best = best == null || logChance < best.logChance ? new Cluster(from, to, logChance) : best;
            }
        }
        return best;
    }

    /** Logarithms of the factorials up to n. */
    private static double[] logFactorials(int n) {
        double[] logs = new double[n + 1];
        for (int i = 2; i <= n; i++) {
            logs[i] = logs[i - 1] + Math.log(i);
        }
        return logs;
    }

    private static SameSilence same(List<Reset> resets, Series series, List<Length> members, int of, double logChance) {
        long[] nanos = members.stream().mapToLong(m -> resets.get(m.reset).idle().nanos()).sorted().toArray();
        Set<String> incidents = new HashSet<>();
        members.forEach(m -> incidents.add(resets.get(m.reset).incident()));
        int all = (int) Arrays.stream(series.resets()).filter(i -> incidents.contains(resets.get(i).incident())).count();
        Reset.Idle idle = resets.get(members.get(0).reset).idle();
        return new SameSilence(series.subject(), nanos[nanos.length / 2], nanos[0], nanos[nanos.length - 1], idle.endedBySender(),
                idle.halfClosed(), all, nanos.length, of, Math.exp(logChance), null, null);
    }
}
