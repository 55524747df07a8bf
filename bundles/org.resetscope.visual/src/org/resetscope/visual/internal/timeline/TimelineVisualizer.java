package org.resetscope.visual.internal.timeline;

import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.Periodicity;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;
import org.resetscope.visual.internal.paper.Sheet;
import org.resetscope.visual.internal.paper.Ticks;

/** Draws when the resets came: all of them, by cause, by host; and the periods at which they come back. */
public final class TimelineVisualizer implements Visualizer {

    private static final double NARROWEST = 640;

    @Override
    public Scene draw(Analysis analysis, Reset selection, DrawContext context) {
        if (analysis.resets().isEmpty()) {
            return null;
        }
        Sheet sheet = new Sheet(new SceneBuilder(), Math.max(NARROWEST, context.width()));
        Times times = Times.of(analysis);
        List<Periodicity> periods = analysis.resets().size() < 2 ? List.of() : Patterns.of(analysis).periods();
        sheet.title("Resets over time", Say.files(analysis.captures()));
        String text = Say.count(analysis.resets().size(), "reset") + (times.moment() ? " at " : " from " + Ticks.date(times.first()) + " to ")
                + Ticks.date(times.last()) + " UTC";
        sheet.paragraph(text + (periods.isEmpty() ? "." : ", some at a steady period."), Ink.SUMMARY, Role.TEXT, 2);
        new TimelinePainter(sheet, analysis, times, periods, selection).paint();
        return sheet.scene().build("Resets over time", text, sheet.width(), sheet.y() + Sheet.MARGIN);
    }
}
