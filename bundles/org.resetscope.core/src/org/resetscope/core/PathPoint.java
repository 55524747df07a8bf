package org.resetscope.core;

/**
 * A capture point on the path from client to server, as the comparison of all points found it.
 *
 * @param capture id of the capture taken there
 * @param name as the user calls it
 * @param offsetNanos by how much its clock is ahead of the first point's at the start of its capture; null where nothing ties them
 * @param drift seconds that its clock gains per second
 * @param errorNanos within which the offset is known
 * @param shared connections of this point that another point saw too
 * @param ambiguous connections that were left alone because several of another point fit equally well
 */
public record PathPoint(String capture, String name, Long offsetNanos, double drift, Long errorNanos, long shared, long ambiguous) {
}
