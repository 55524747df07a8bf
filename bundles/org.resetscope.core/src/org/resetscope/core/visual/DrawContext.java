package org.resetscope.core.visual;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.scene.Scene;

/**
 * What a front end gives to a visualizer.
 *
 * @param width that the scene should have; a scene may be wider where less would not be readable
 * @param flows reads packets; shared, so that what was read for one drawing is there for the next
 * @param range of which the user wants to see more; null: everything. Drawings without a {@link Scene#time() time axis} need not heed it
 * @param monitor to be asked now and then whether to go on
 */
public record DrawContext(double width, FlowReader flows, TimeRange range, IProgressMonitor monitor) {

    /** Fits a page and half a screen. */
    public static final double WIDTH = 960;

    public DrawContext {
        monitor = monitor == null ? new NullProgressMonitor() : monitor;
    }

    /** Everything. */
    public DrawContext(double width, FlowReader flows, IProgressMonitor monitor) {
        this(width, flows, null, monitor);
    }
}
