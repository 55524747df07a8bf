package org.resetscope.core.configuration;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.model.FrameRef;

/**
 * A TCP segment at a device that stands between two capture points: as it came, and as it went on. One of both is there at least; they
 * differ in what the device translates.
 *
 * @param arrived at the point on its sender's side; null where that has not got it: the device made the segment, or the capture missed it
 * @param left at the point on its receiver's side; null where that has not got it: the device kept the segment, or the capture missed it
 */
public record Transit(Sighting arrived, Sighting left) {

    /**
     * The segment at one point.
     *
     * @param nanos since 1970, on the clock that both points were put on
     * @param packet a copy, which stays as it is
     */
    public record Sighting(FrameRef frame, long nanos, TcpPacket packet) {
    }

    /** As it came; where that is not known, as it went on. */
    public Sighting first() {
        return arrived == null ? left : arrived;
    }
}
