package org.resetscope.core.visual;

import java.io.IOException;

import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Scene;

/**
 * Draws a reset of an analysis, contributed through the extension point {@code org.resetscope.core.visualizers}. Called on any thread,
 * never on that of a user interface.
 */
public interface Visualizer {

    /**
     * @param selection a reset of the analysis
     * @throws IOException when a capture cannot be read again; the message is a sentence for the user
     * @throws OperationCanceledException when cancelled
     */
    Scene draw(Analysis analysis, Reset selection, DrawContext context) throws IOException;
}
