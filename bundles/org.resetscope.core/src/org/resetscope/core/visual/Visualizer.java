package org.resetscope.core.visual;

import java.io.IOException;

import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Scene;

/**
 * Draws a reset, or all resets of an analysis, contributed through the extension point {@code org.resetscope.core.visualizers}. Called on
 * any thread, never on that of a user interface.
 */
public interface Visualizer {

    /** What a visualizer draws: the attribute {@code scope} of its contribution, in lower case. */
    enum Scope {
        /** One reset and its connection; what is meant where a contribution does not say. */
        RESET,
        /** All resets of an analysis. */
        CAPTURES
    }

    /**
     * @param selection a reset of the analysis; for scope {@link Scope#CAPTURES} the one that the user looks at, or null
     * @return null where there is nothing to be seen of this kind
     * @throws IOException when a capture cannot be read again; the message is a sentence for the user
     * @throws OperationCanceledException when cancelled
     */
    Scene draw(Analysis analysis, Reset selection, DrawContext context) throws IOException;
}
