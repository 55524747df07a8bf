package org.resetscope.core.pattern;

import org.resetscope.core.device.IdleTimeout;

/**
 * Between what lengths the time-out lies that forgot several connections: longer than every pause that one of them survived, and at most as
 * long as the shortest silence that one did not survive.
 *
 * @param longerNanos 0 where no pause was survived that is worth telling
 * @param mostNanos the shortest silence after which a connection was forgotten
 * @param incidents connections that were forgotten
 * @param timeout the only one of known devices that lies between the bounds, or null
 */
public record TimeoutBounds(Subject subject, long longerNanos, long mostNanos, int resets, int incidents, IdleTimeout timeout) {

    private static final double LENGTH = 0.10;

    /** Their middle, in nanoseconds. */
    public long middleNanos() {
        return (longerNanos + mostNanos) / 2;
    }

    /** Whether they are so close that their middle is the length, to within a tenth. */
    public boolean length() {
        return mostNanos - middleNanos() <= LENGTH * middleNanos();
    }
}
