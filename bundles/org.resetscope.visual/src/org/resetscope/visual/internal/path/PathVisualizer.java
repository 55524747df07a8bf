package org.resetscope.visual.internal.path;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.flowview.FlowView;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.visual.internal.paper.Ink;
import org.resetscope.visual.internal.paper.Say;
import org.resetscope.visual.internal.paper.Sheet;

/** Draws the way between client and server: capture points, routers counted by TTL, delays, and where the reset was born. */
public final class PathVisualizer implements Visualizer {

    private static final int TICKS = 100;
    private static final int MOST_POINTS = 8;
    private static final double NARROWEST = 480;

    @Override
    public Scene draw(Analysis analysis, Reset selection, DrawContext context) throws IOException {
        List<Capture> captures = context.flows().captures(selection).stream().limit(MOST_POINTS).toList();
        SubMonitor monitor = SubMonitor.convert(context.monitor(), captures.size() * TICKS);
        List<FlowView> views = new ArrayList<>();
        for (Capture capture : captures) {
            views.add(context.flows().read(capture, selection, monitor.split(TICKS)));
        }
        Route route = Route.of(analysis, selection, views);
        double width = Math.max(NARROWEST, Math.max(context.width(), RoutePainter.width(route)));
        Sheet sheet = new Sheet(new SceneBuilder(), width);
        sheet.title("Where the reset was born", "reset in " + Say.where(analysis, selection) + ", " + Say.files(analysis, selection));
        sheet.paragraph(selection.verdict().summary(), Ink.SUMMARY, Role.TEXT, 3);
        new RoutePainter(sheet, route, selection).paint();
        return sheet.scene().build("Path of the reset in " + Say.where(analysis, selection) + ": " + selection.flow().client() + " to "
                + selection.flow().server(), selection.verdict().summary(), width, sheet.y() + Sheet.MARGIN);
    }
}
