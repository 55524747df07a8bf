package org.resetscope.routers.internal.advice;

import org.resetscope.core.device.Rfc5382;

/**
 * Values that keep connections alive through a device which forgets or ends those silent for a time; all in whole seconds.
 *
 * @param keepalive silence after which the first probe goes out, and after which a pool should drop a connection
 * @param interval between further probes
 * @param probes unanswered ones after which the other side is given up
 * @param timeout that the device should have
 */
record Timing(long keepalive, long interval, int probes, long timeout) {

    /** Of a silence that is shorter no half is a second. */
    static final double SHORTEST = 2;

    private static final int PROBES = 4;
    /** What hosts use as delivered (RFC 9293, 3.8.4, leaves it open; Linux and BSD have 75 s). */
    private static final long MOST_INTERVAL = 75;
    /** So long is any keepalive as delivered (RFC 1122, 4.2.3.6): longer helps nobody. */
    private static final long MOST_KEEPALIVE = 7200;

    /**
     * The first probe at half the time, the others a quarter of that apart: all of them still come within it, so that all but one may
     * get lost.
     *
     * @param limit seconds of silence, {@link #SHORTEST} at least, that the device does not stand
     * @param longest silence that connections had
     */
    static Timing within(double limit, double longest) {
        long half = Math.min(MOST_KEEPALIVE, (long) (limit / 2));
        long keepalive = half >= 120 ? half / 30 * 30 : half >= 20 ? half / 5 * 5 : half;
        long interval = Math.max(1, Math.min(MOST_INTERVAL, keepalive / PROBES));
        long minutes = (long) Math.ceil(2 * longest / 60);
        return new Timing(keepalive, interval, PROBES, Math.max(Rfc5382.LEAST_ESTABLISHED, minutes * 60));
    }

    /** How many probes may get lost before the time is up. */
    int spare(double limit) {
        return (int) Math.min(PROBES, (Math.ceil(limit - keepalive) - 1) / interval + 1) - 1;
    }
}
