package org.resetscope.core.log;

/**
 * A line of a log.
 *
 * @param nanos when, since 1970 by its own clock
 * @param message what it says; with addresses and ports as they stand there
 */
public record LogEntry(long nanos, Clock clock, String message) {

    /** What is known of a time in a log. */
    public enum Clock {
        /** It has its zone. */
        ZONED,
        /** Its zone is not written: taken as UTC. */
        LOCAL,
        /** Neither zone nor year: taken as UTC in the year 2000. */
        NO_YEAR,
        /** Since some start of a machine. */
        UPTIME
    }
}
