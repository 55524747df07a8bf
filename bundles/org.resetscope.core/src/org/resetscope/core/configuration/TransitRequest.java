package org.resetscope.core.configuration;

import java.util.function.Predicate;

import org.resetscope.core.model.FrameRef;

/**
 * What a replay of several points is about.
 *
 * @param resets tells of a frame whether it will be asked for: a reset that came from between the two points
 */
public record TransitRequest(Predicate<FrameRef> resets, Circumstances circumstances) {
}
