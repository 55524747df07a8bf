package org.resetscope.core.internal.log;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.log.LogEntry.Clock;

/**
 * How the clock of a log stands to that of the captures, in nanoseconds.
 *
 * @param offset that it is ahead; 0 where it agrees as far as can be told
 * @param error of it
 * @param resets that it was fitted to
 */
record LogClock(long offset, long error, int resets) {

    private static final long SECOND = 1_000_000_000L;
    /** Logs round to the second, are written late, and name a connection more than once. */
    private static final long WINDOW = 4 * SECOND;
    private static final long TOLERANCE = 3 * SECOND;
    /** Clocks that nothing sets right may be that far off. */
    private static final long NEAR = 5 * SECOND;
    private static final long ZONE_STEP = 900 * SECOND;
    private static final long FARTHEST_ZONE = 14 * 3600 * SECOND;

    /** A line's time less that of the reset whose connection it names. */
    record Difference(String reset, long delta, Clock clock) {
    }

    /**
     * Null where no offset is believable.
     *
     * @param full whether the lines name connections in full
     */
    static LogClock fit(List<Difference> differences, boolean full) {
        List<Difference> sorted = differences.stream().sorted(Comparator.comparingLong(Difference::delta)).toList();
        LogClock best = null;
        Map<String, Integer> within = new HashMap<>();
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            within.merge(sorted.get(last).reset(), 1, Integer::sum);
            while (sorted.get(last).delta() - sorted.get(first).delta() > WINDOW) {
                within.computeIfPresent(sorted.get(first++).reset(), (r, count) -> count == 1 ? null : count - 1);
            }
            long middle = sorted.get((first + last) >>> 1).delta();
            long error = Math.max(SECOND / 2, Math.max(sorted.get(last).delta() - middle, middle - sorted.get(first).delta()));
            LogClock clock = new LogClock(middle, error, within.size());
            if (clock.believable(sorted.get(last).clock(), full) && (best == null || clock.resets > best.resets
                    || clock.resets == best.resets && Math.abs(clock.offset) <= Math.abs(best.offset))) {
                best = clock;
            }
        }
        return best != null && Math.abs(best.offset) <= best.error + SECOND ? new LogClock(0, best.error, best.resets) : best;
    }

    /** A whole zone away, or not at all, or agreed on by several resets. */
    private boolean believable(Clock clock, boolean full) {
        long zone = Math.round((double) offset / ZONE_STEP) * ZONE_STEP;
        boolean zoned = clock == Clock.ZONED;
        return clock == Clock.UPTIME && full || resets > 1 || Math.abs(offset) <= NEAR
                || !zoned && Math.abs(zone) <= FARTHEST_ZONE && Math.abs(offset - zone) <= NEAR;
    }

    boolean holds(long delta) {
        return Math.abs(delta - offset) <= TOLERANCE;
    }
}
