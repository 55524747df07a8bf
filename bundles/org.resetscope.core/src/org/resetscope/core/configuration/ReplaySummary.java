package org.resetscope.core.configuration;

import java.util.List;

/**
 * What a device's connection tracking made of a capture.
 *
 * @param capture id of the capture
 * @param device names of the files that configure the device
 * @param packets TCP segments that were replayed
 * @param invalid how many of them belong to no connection, or do not fit theirs
 * @param frames the first of these
 * @param gap what was left out and why, in words for a person, or null
 */
public record ReplaySummary(String capture, String device, long packets, long invalid, List<Frame> frames, String gap) {

    /** @param why in words for a person */
    public record Frame(long frame, String why) {
    }

    public ReplaySummary {
        frames = List.copyOf(frames);
    }
}
