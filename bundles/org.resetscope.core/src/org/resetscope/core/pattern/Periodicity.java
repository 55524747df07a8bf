package org.resetscope.core.pattern;

import org.resetscope.core.device.IdleTimeout;
import org.resetscope.core.model.Timestamp;

/**
 * Resets that come back after the same time, again and again. The period is looked for among the times between resets, so that neither
 * a late one (each counts from the one before), nor a missing one, nor unrelated ones in between hide it; a burst is one event.
 *
 * @param nanos the period
 * @param spreadNanos standard deviation of its single lengths
 * @param events bursts or single resets that come at it
 * @param missing events left out between them
 * @param resets in these events
 * @param chance how many such series are to be expected where resets come at random (a Poisson process as dense as these at their
 *        densest), all series that were looked at taken together; never above {@link Patterns#MOST_CHANCE}
 * @param first time of the first event; last likewise
 * @param idleNanos the silence before these resets where it is the same for most of them; 0 where they refuse connections, so that
 *        there was none to be silent; otherwise null
 * @param timeout of known devices that is as long as that silence, or as the period where no silence is known; null where none is
 */
public record Periodicity(Subject subject, long nanos, long spreadNanos, int events, int missing, int resets, double chance, Timestamp first,
        Timestamp last, Long idleNanos, IdleTimeout timeout) {
}
