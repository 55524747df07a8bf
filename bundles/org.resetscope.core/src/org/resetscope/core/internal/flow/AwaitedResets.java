package org.resetscope.core.internal.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Resets of running traffic that wait for what follows them, in the order in which they came. Bounded: a flood makes the wait shorter. */
final class AwaitedResets {

    /** What answers a reset, or ignores it, is nearly always there by then. */
    private static final long MOMENT_NANOS = 300_000_000;
    /** What comes later hardly changes a verdict. */
    private static final long LONGEST_NANOS = 10_000_000_000L;
    /** About 2 KiB each. */
    private static final int MOST = 16_384;

    private final Deque<PendingReset> unseen = new ArrayDeque<>();
    private final Deque<PendingReset> unsettled = new ArrayDeque<>();
    private long now;

    void add(PendingReset reset) {
        reset.arrived = now;
        unseen.add(reset);
        unsettled.add(reset);
    }

    /**
     * @param glimpse takes those that came a moment ago
     * @param settle takes those that waited long enough
     */
    void advance(long nanos, Consumer<PendingReset> glimpse, Consumer<PendingReset> settle) {
        now = nanos;
        while (!unseen.isEmpty() && (now - unseen.peek().arrived >= MOMENT_NANOS || unseen.size() > MOST)) {
            PendingReset reset = unseen.remove();
            if (!reset.settled) {
                glimpse.accept(reset);
            }
        }
        while (!unsettled.isEmpty() && (now - unsettled.peek().arrived >= LONGEST_NANOS || unsettled.size() > MOST)) {
            PendingReset reset = unsettled.remove();
            if (!reset.settled) {
                settle.accept(reset);
            }
        }
    }
}
