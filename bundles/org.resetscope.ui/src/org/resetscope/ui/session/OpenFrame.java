package org.resetscope.ui.session;

import org.resetscope.core.model.FrameRef;

/** A packet of an open capture: the selection element that a click on a frame link makes. */
public record OpenFrame(OpenCapture capture, FrameRef frame) {
}
