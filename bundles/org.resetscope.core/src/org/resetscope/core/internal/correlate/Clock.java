package org.resetscope.core.internal.correlate;

/**
 * How the clock of one capture runs beside the reference's.
 *
 * @param offsetNanos this clock minus the reference at {@code originNanos} of this clock
 * @param drift seconds gained per second
 * @param errorNanos within which the offset is known; {@link #UNKNOWN} where nothing ties the clocks together
 * @param anchors packets that it was fitted to
 */
record Clock(long originNanos, long offsetNanos, double drift, long errorNanos, int anchors) {

    static final long UNKNOWN = Long.MAX_VALUE;
    static final Clock REFERENCE = new Clock(0, 0, 0, 0, 0);
    static final Clock UNTIED = new Clock(0, 0, 0, UNKNOWN, 0);

    boolean known() {
        return errorNanos != UNKNOWN;
    }

    /** As it is where nothing ties the clocks together. */
    long toReference(long nanos) {
        return nanos - offsetNanos - Math.round(drift * (nanos - originNanos));
    }

    long fromReference(long nanos) {
        long own = nanos + offsetNanos;
        return own + Math.round(drift * (own - originNanos));
    }
}
