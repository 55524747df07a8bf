package org.resetscope.ui.internal.canvas;

import org.eclipse.swt.widgets.Control;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.scene.Scene;

/** A control that shows a scene. */
public interface Drawing {

    Control control();

    /** What is shown; null for nothing. */
    Scene scene();

    /** @param reset id of the reset that it is about, which comes into view; null for none */
    void show(Scene shown, String reset);

    /** The same in another width, or with something changed: place, zoom and choice stay. */
    void replace(Scene shown);

    /** Frames a packet and brings it into view; nothing where it is not drawn. */
    void mark(FrameRef frame);

    void zoomIn();

    void zoomOut();

    /** The whole width, but never larger than natural. */
    void fit();
}
