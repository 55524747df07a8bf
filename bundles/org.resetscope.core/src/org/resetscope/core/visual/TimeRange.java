package org.resetscope.core.visual;

/** A stretch of time, in nanoseconds since 1970 on the clock that all captures have in common; both ends belong to it. */
public record TimeRange(long fromNanos, long toNanos) {

    public TimeRange {
        if (toNanos < fromNanos) {
            throw new IllegalArgumentException(fromNanos + " to " + toNanos);
        }
    }

    /** @param nanos on the common clock */
    public boolean contains(long nanos) {
        return nanos >= fromNanos && nanos <= toNanos;
    }
}
