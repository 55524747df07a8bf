package org.resetscope.core.internal.correlate;

import java.util.BitSet;
import java.util.stream.LongStream;

/** When a capture saw anything at all, in ticks that grow with the capture's length so that the record stays small. */
final class Activity {

    private static final int MOST_TICKS = 1 << 20;

    private long tickNanos = 10_000_000;
    private long origin = Long.MIN_VALUE;
    private long first;
    private long last;
    private final BitSet ticks = new BitSet();

    void at(long nanos) {
        if (origin == Long.MIN_VALUE) {
            origin = first = last = nanos;
        }
        first = Math.min(first, nanos);
        last = Math.max(last, nanos);
        long tick = (nanos - origin) / tickNanos;
        while (tick >= MOST_TICKS) {
            halve();
            tick = (nanos - origin) / tickNanos;
        }
        if (tick >= 0) {
            ticks.set((int) tick);
        }
    }

    private void halve() {
        for (int i = ticks.nextSetBit(0), end = ticks.length(); i >= 0 && i < end; i = ticks.nextSetBit(i + 1)) {
            ticks.clear(i);
            ticks.set(i / 2);
        }
        tickNanos *= 2;
    }

    /** Whether a packet was seen within {@code slack} nanoseconds of a moment. */
    boolean near(long nanos, long slack) {
        if (origin == Long.MIN_VALUE) {
            return false;
        }
        long from = Math.max(0, (nanos - slack - origin) / tickNanos);
        long to = Math.floorDiv(nanos + slack - origin, tickNanos);
        if (to < 0 || from >= MOST_TICKS) {
            return false;
        }
        int set = ticks.nextSetBit((int) from);
        return set >= 0 && set <= to;
    }

    /** A stretch of time. */
    record Span(long from, long to) {
    }

    /** The silence around a moment: from the last tick before with a packet to the first after; to the end of time where none follows. */
    Span silence(long nanos) {
        long tick = Math.max(0, Math.min(MOST_TICKS - 1, Math.floorDiv(nanos - origin, tickNanos)));
        int before = ticks.previousSetBit((int) tick);
        int after = ticks.nextSetBit((int) tick);
        return new Span(before < 0 ? Long.MIN_VALUE : origin + (before + 1) * tickNanos, after < 0 ? Long.MAX_VALUE : origin + after * tickNanos);
    }

    /** Whether anything but the packets at the times given was seen within a stretch of time. */
    boolean otherThan(LongStream known, long from, long to) {
        if (origin == Long.MIN_VALUE || to <= from) {
            return false;
        }
        BitSet others = (BitSet) ticks.clone();
        known.forEach(nanos -> {
            long tick = (nanos - origin) / tickNanos;
            if (tick >= 0 && tick < MOST_TICKS) {
                others.clear((int) tick);
            }
        });
        long first = Math.max(0, Math.min(MOST_TICKS, Math.floorDiv(from - origin, tickNanos) + 1));
        int set = others.nextSetBit((int) first);
        return set >= 0 && origin + (set + 1) * tickNanos <= to;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    boolean empty() {
        return origin == Long.MIN_VALUE;
    }
}
