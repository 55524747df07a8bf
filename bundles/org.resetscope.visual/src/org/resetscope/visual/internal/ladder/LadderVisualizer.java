package org.resetscope.visual.internal.ladder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.flowview.FlowView;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizer;

/**
 * Draws the connection of a reset as a ladder: lanes for both ends, the capture points and the device between, an arrow for each packet,
 * time from top to bottom.
 */
public final class LadderVisualizer implements Visualizer {

    private static final int TICKS = 100;
    private static final int MOST_CAPTURES = 8;

    @Override
    public Scene draw(Analysis analysis, Reset selection, DrawContext context) throws IOException {
        String first = leader(selection);
        List<Capture> captures = context.flows().captures(selection).stream()
                .sorted(Comparator.comparing((Capture c) -> !c.id().equals(first))).limit(MOST_CAPTURES).toList();
        SubMonitor monitor = SubMonitor.convert(context.monitor(), captures.size() * TICKS);
        List<FlowView> views = new ArrayList<>();
        for (Capture capture : captures) {
            FlowView view = context.flows().read(capture, selection, monitor.split(TICKS));
            if (!view.packets().isEmpty()) {
                views.add(view);
            }
        }
        if (views.isEmpty()) {
            throw new IOException("The packets of this connection were not found again: the capture has changed since it was analysed.");
        }
        Story story = new Story(analysis, selection);
        List<Row> rows = Rows.with(Told.of(selection, analysis.commonNanos(selection.packets().get(0))),
                Rows.of(Merge.of(views, analysis), story::tells, views.get(0).more()));
        Lanes lanes = new Lanes(story, views, analysis.path());
        return new LadderPainter(story, lanes, rows, views.stream().map(FlowView::capture).toList(), context.width()).paint();
    }

    /** Of the captures that saw the reset that which the evidence speaks of most: its frames are those that the texts name. */
    private static String leader(Reset reset) {
        Map<String, Long> named = reset.verdict().evidence().stream().flatMap(e -> e.frames().stream())
                .collect(Collectors.groupingBy(FrameRef::capture, Collectors.counting()));
        return reset.packets().stream().map(p -> p.frame().capture()).max(Comparator.comparingLong(c -> named.getOrDefault(c, 0L))).orElseThrow();
    }
}
