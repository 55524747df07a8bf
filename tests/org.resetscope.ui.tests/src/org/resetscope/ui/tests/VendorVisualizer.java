package org.resetscope.ui.tests;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Font;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizer;

/** As a vendor writes one: a class of a bundle of its own. */
public final class VendorVisualizer implements Visualizer {

    @Override
    public Scene draw(Analysis analysis, Reset selection, DrawContext context) {
        return new SceneBuilder().text(20, 40, "seq " + selection.packets().get(0).seq(), Anchor.START, Font.bold(17), Role.TEXT)
                .build("drawn by a vendor <b>", "", context.width(), 80);
    }
}
