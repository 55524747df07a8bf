package org.resetscope.visual.internal.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/**
 * Resets counted in slices of time of the same length, on the clock that all captures have in common.
 *
 * @param from where the first slice begins
 * @param to where the last one ends
 * @param first time of the first reset; last likewise
 * @param resets how many in each slice
 */
record Times(long from, long to, long first, long last, int[] resets) {

    static final int SLICES = 120;
    private static final long SHORTEST = 1_000_000L;
    /** Around resets of one moment. */
    private static final long SECOND = 1_000_000_000L;

    /**
     * Those of one kind.
     *
     * @param key cause or address
     */
    record Kind(String key, int total, int[] resets) {
    }

    static Times of(Analysis analysis) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Reset reset : analysis.resets()) {
            long at = analysis.commonNanos(reset.packets().get(0));
            first = Math.min(first, at);
            last = Math.max(last, at);
        }
        // half a slice of air on both sides
        double span = Math.max(SHORTEST, (double) last - first);
        long air = first == last ? SECOND / 2 : (long) Math.min(span / 60, Long.MAX_VALUE / 8);
        long from = first > Long.MIN_VALUE + air ? first - air : first;
        long to = last < Long.MAX_VALUE - air ? last + air : last;
        Times empty = new Times(from, Math.max(to, from + SLICES), first, last, new int[SLICES]);
        analysis.resets().forEach(r -> empty.resets[empty.slice(analysis.commonNanos(r.packets().get(0)))]++);
        return empty;
    }

    /** Whether all are of one moment. */
    boolean moment() {
        return first == last;
    }

    int slice(long nanos) {
        return (int) Math.max(0, Math.min(SLICES - 1.0, ((double) nanos - from) / ((double) to - from) * SLICES));
    }

    /** Where a slice begins. */
    long start(int slice) {
        return from + (long) (((double) to - from) / SLICES * slice);
    }

    /** By a key, the commonest first. */
    List<Kind> by(Analysis analysis, Function<Reset, String> key) {
        Map<String, int[]> counts = new HashMap<>();
        analysis.resets().forEach(r -> counts.computeIfAbsent(key.apply(r), k -> new int[SLICES])[slice(analysis.commonNanos(r.packets().get(0)))]++);
        List<Kind> kinds = new ArrayList<>();
        counts.forEach((k, c) -> kinds.add(new Kind(k, java.util.Arrays.stream(c).sum(), c)));
        kinds.sort(Comparator.comparingInt((Kind k) -> -k.total).thenComparing(Kind::key));
        return kinds;
    }

    /** The host in whose name a reset came. */
    static String host(Reset reset) {
        return (reset.claimedSender() == Sender.CLIENT ? reset.flow().client() : reset.flow().server()).address();
    }
}
