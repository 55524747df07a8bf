package org.resetscope.visual.internal.overview;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;
import org.resetscope.visual.internal.paper.Sheet;

/** Draws the hosts of an analysis by their resets, and who resets whom. */
public final class OverviewVisualizer implements Visualizer {

    private static final double NARROWEST = 640;

    @Override
    public Scene draw(Analysis analysis, Reset selection, DrawContext context) {
        if (analysis.resets().isEmpty()) {
            return null;
        }
        Matrix matrix = Matrix.of(analysis.resets());
        Sheet sheet = new Sheet(new SceneBuilder(), Math.max(Math.max(NARROWEST, MatrixPainter.width(matrix)), context.width()));
        String title = Say.count(analysis.resets().size(), "reset") + " between " + Say.count(matrix.all(), "host");
        sheet.title("Who resets whom", Say.files(analysis.captures()));
        sheet.paragraph(title + ". A row is the host that sent a reset, or in whose name a device sent it; a column, by number, is the host that got"
                + " it.", Ink.SUMMARY, Role.TEXT, 3);
        new MatrixPainter(sheet, matrix, selection).paint();
        return sheet.scene().build("Who resets whom", title, sheet.width(), sheet.y() + Sheet.MARGIN);
    }
}
