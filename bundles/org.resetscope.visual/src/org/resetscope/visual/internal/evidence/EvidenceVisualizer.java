package org.resetscope.visual.internal.evidence;

import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.judge.Balance;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;
import org.resetscope.visual.internal.paper.Sheet;

/**
 * Draws why a reset is explained as it is: how much likelier each observation makes this than the next best explanation, one step after
 * the other.
 */
public final class EvidenceVisualizer implements Visualizer {

    private static final double NARROWEST = 560;

    @Override
    public Scene draw(Analysis analysis, Reset selection, DrawContext context) {
        List<Balance> balances = Balance.of(selection);
        if (balances.isEmpty()) {
            return null;
        }
        Sheet sheet = new Sheet(new SceneBuilder(), Math.max(NARROWEST, context.width()));
        sheet.title("What the verdict rests on", "reset in " + Say.where(analysis, selection) + ", " + Say.files(analysis, selection));
        sheet.paragraph(selection.verdict().summary(), Ink.SUMMARY, Role.TEXT, 3);
        sheet.paragraph("Each arrow is one observation. To the right it speaks for the explanation that the verdict gives, to the left for the"
                + " other one; beside it stands how many times likelier it makes that.", Ink.SMALL, Role.MUTED, 3);
        balances.forEach(balance -> new Waterfall(sheet, balance).draw());
        return sheet.scene().build("Evidence on the reset in " + Say.where(analysis, selection), selection.verdict().summary(), sheet.width(),
                sheet.y() + Sheet.MARGIN);
    }
}
