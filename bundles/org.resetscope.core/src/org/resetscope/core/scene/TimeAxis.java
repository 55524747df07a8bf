package org.resetscope.core.scene;

/**
 * Where times lie in a scene, from left to right.
 *
 * @param plot its left and right sides are the two times
 * @param fromNanos since 1970, on the clock that all captures have in common
 * @param toNanos after {@code fromNanos}
 */
public record TimeAxis(Bounds plot, long fromNanos, long toNanos) {

    public TimeAxis {
        if (toNanos <= fromNanos || plot.width() == 0) {
            throw new IllegalArgumentException("no time: " + fromNanos + " to " + toNanos);
        }
    }

    /** The time at a place; places outside give the nearest end. */
    public long at(double x) {
        double share = Math.max(0, Math.min(1, (x - plot.x()) / plot.width()));
        return fromNanos + Math.round(share * ((double) toNanos - fromNanos));
    }

    /** The place of a time, which may lie outside. */
    public double x(long nanos) {
        return plot.x() + ((double) nanos - fromNanos) / ((double) toNanos - fromNanos) * plot.width();
    }
}
