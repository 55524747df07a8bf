package org.resetscope.core.visual;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.resetscope.core.flowview.FlowReader;

/**
 * What a front end gives to a visualizer.
 *
 * @param width that the scene should have; a scene may be wider where less would not be readable
 * @param flows reads packets; shared, so that what was read for one drawing is there for the next
 * @param monitor to be asked now and then whether to go on
 */
public record DrawContext(double width, FlowReader flows, IProgressMonitor monitor) {

    /** Fits a page and half a screen. */
    public static final double WIDTH = 960;

    public DrawContext {
        monitor = monitor == null ? new NullProgressMonitor() : monitor;
    }
}
