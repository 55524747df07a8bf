package org.resetscope.ui.session;

import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;

/** A reset of an open capture: the selection element that drives the views of the workbench. */
public record OpenReset(OpenCapture capture, Reset reset) {

    /** Where it was seen first. */
    public OpenFrame frame() {
        return new OpenFrame(capture, reset.packets().get(0).frame());
    }

    public OpenFrame frame(FrameRef frame) {
        return new OpenFrame(capture, frame);
    }

    /** Ids are unique within an analysis; comparing all evidence would be slow. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OpenReset that && that.capture == capture && that.reset.id().equals(reset.id());
    }

    @Override
    public int hashCode() {
        return reset.id().hashCode();
    }
}
