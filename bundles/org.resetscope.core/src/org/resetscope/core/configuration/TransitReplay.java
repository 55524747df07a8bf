package org.resetscope.core.configuration;

import org.resetscope.core.model.FrameRef;

/**
 * A device that is shown what passed it, from captures on both of its sides: tells which of its rules made which reset. It sees the
 * connections that were reset between the two points, each from its beginning, all in the order of time. Used by one thread: first for all
 * segments, then for the answers.
 */
public interface TransitReplay {

    /** Takes the next segment. */
    void take(Transit transit);

    /** What the device says of a reset that was asked for, or null where it has nothing to say beyond what one point tells. */
    ReplayAnswer answer(FrameRef reset);

    /** What was left out and why, in words for a person, or null. */
    String gap();
}
