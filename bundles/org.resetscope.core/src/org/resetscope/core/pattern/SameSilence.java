package org.resetscope.core.pattern;

import org.resetscope.core.device.IdleTimeout;

/**
 * Resets that end connections which had been silent for the same time: they point to one timer, at whatever times they come.
 *
 * @param nanos the silence (median)
 * @param leastNanos the shortest of them; mostNanos the longest
 * @param endedBySender the sender of the resets ended it: so long is its timer. Otherwise a packet of the other side did, so that the
 *        length is a habit of that side, and what had forgotten the connection by then has a shorter timer.
 * @param halfClosed one side had closed before
 * @param incidents with a silence of this length
 * @param of all incidents with a silence that were looked at
 * @param chance how many such clusters are to be expected among silences as long as these that have nothing in common; never above
 *        {@link Patterns#MOST_CHANCE}
 * @param timeout of known devices that fits, or null
 * @param keepalive of known hosts that is as long as the silence which the other side ended, or null
 */
public record SameSilence(Subject subject, long nanos, long leastNanos, long mostNanos, boolean endedBySender, boolean halfClosed, int resets,
        int incidents, int of, double chance, IdleTimeout timeout, IdleTimeout keepalive) {
}
