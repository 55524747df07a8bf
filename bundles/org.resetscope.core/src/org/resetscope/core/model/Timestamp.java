package org.resetscope.core.model;

/**
 * A point in time on a capture's clock.
 *
 * @param nanos since 1970-01-01T00:00:00Z
 * @param digits after the decimal point that the clock really has, 0 to 9
 */
public record Timestamp(long nanos, int digits) implements Comparable<Timestamp> {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Seconds as a decimal string with the clock's own precision, as the report writes it. */
    @Override
    public String toString() {
        long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND);
        String fraction = Long.toString(NANOS_PER_SECOND + Math.floorMod(nanos, NANOS_PER_SECOND)).substring(1);
        return digits == 0 ? Long.toString(seconds) : seconds + "." + fraction.substring(0, digits);
    }

    @Override
    public int compareTo(Timestamp other) {
        return Long.compare(nanos, other.nanos);
    }
}
