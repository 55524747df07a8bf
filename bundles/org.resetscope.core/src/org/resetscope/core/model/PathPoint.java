package org.resetscope.core.model;

/**
 * A capture point on the path from client to server, as the comparison of all points found it.
 *
 * @param capture id of the capture taken there
 * @param name as the user calls it
 * @param originNanos on its own clock, where {@code offsetNanos} holds
 * @param offsetNanos by how much its clock is ahead of the reference, the first point given; null where nothing ties them
 * @param drift seconds that its clock gains per second
 * @param errorNanos within which the offset is known; null likewise
 * @param shared connections of this point that another point saw too
 * @param ambiguous connections that were left alone because several of another point fit equally well
 */
public record PathPoint(String capture, String name, long originNanos, Long offsetNanos, double drift, Long errorNanos, long shared,
        long ambiguous) {

    /** A time of this point's clock on the reference's; as it is where nothing ties the two. */
    public long toReference(long nanos) {
        return offsetNanos == null ? nanos : nanos - offsetNanos - Math.round(drift * (nanos - originNanos));
    }
}
