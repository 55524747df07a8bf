package org.resetscope.core.visual;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.report.Drawings;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SvgWriter;
import org.resetscope.core.visual.Visualizer.Scope;

/** Draws an analysis by the installed visualizers. What fails is told, once for each reason, and has no drawing. */
public final class ReportDrawings implements Drawings {

    /** Characters of SVG from which on a reset has one drawing only. */
    private static final long MUCH = 6_000_000;
    private static final String ALL = "all";
    /** Of long connections only the first few are drawn in full: each costs a pass over its capture. */
    private static final int MOST_SCANS = 3;

    private final Analysis analysis;
    private final IProgressMonitor monitor;
    /** For the visualizers, each of which would begin a task of its own. */
    private final IProgressMonitor cancelled = new NullProgressMonitor() {
        @Override
        public boolean isCanceled() {
            return monitor.isCanceled();
        }
    };
    private final Consumer<String> problems;
    private final FlowReader flows;
    private final Map<String, Reset> prepared = new HashMap<>();
    /** Read when the first drawing is asked for. */
    private Visualizers visualizers;
    private int told;
    private long drawn;

    /**
     * @param monitor to be cancelled by the user; may be null
     * @param problems takes a sentence for each thing that goes wrong
     */
    public ReportDrawings(Analysis analysis, IProgressMonitor monitor, Consumer<String> problems) {
        this.analysis = analysis;
        this.monitor = monitor == null ? new NullProgressMonitor() : monitor;
        this.problems = problems;
        this.flows = new FlowReader(analysis, MOST_SCANS);
    }

    private void tellOfPlugins() {
        List<Problem> all = visualizers.problems();
        all.subList(told, all.size()).forEach(p -> problems.accept(p.text()));
        told = all.size();
    }

    @Override
    public void prepare(List<String> ids) {
        visualizers = Visualizers.read();
        tellOfPlugins();
        if (visualizers.all().isEmpty()) {
            problems.accept("no diagrams: no plug-in that draws is installed");
            return;
        }
        Set<String> wanted = Set.copyOf(ids);
        analysis.resets().stream().filter(r -> wanted.contains(r.id())).forEach(r -> prepared.put(r.id(), r));
        try {
            flows.prefetch(List.copyOf(prepared.values()), monitor);
        } catch (OperationCanceledException e) {
            // the monitor tells whoever draws
        }
    }

    /**
     * The drawing of a reset that was prepared, by the first visualizer that can; null where none can.
     *
     * @throws OperationCanceledException when cancelled
     */
    public Scene scene(Reset reset) {
        for (Contribution<Visualizer> visualizer : visualizers.of(Scope.RESET)) {
            try {
                Scene scene = scene(visualizer, reset);
                if (scene != null) {
                    return scene;
                }
            } catch (IOException e) {
                problems.accept("no diagram of reset " + reset.id() + ": " + e.getMessage());
                return null;
            }
        }
        return null;
    }

    /** @param reset null for all */
    private Scene scene(Contribution<Visualizer> visualizer, Reset reset) throws IOException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        Scene scene = visualizer.callIo(v -> v.draw(analysis, reset, new DrawContext(DrawContext.WIDTH, flows, cancelled)), null);
        tellOfPlugins();
        return scene;
    }

    @Override
    public int draw(String id, Taker taker) throws IOException {
        Reset reset = prepared.get(id);
        return reset == null ? 0 : draw(visualizers.of(Scope.RESET), reset, id, taker);
    }

    @Override
    public int drawAll(Taker taker) throws IOException {
        return visualizers == null ? 0 : draw(visualizers.of(Scope.CAPTURES), null, ALL, taker);
    }

    private int draw(List<Contribution<Visualizer>> by, Reset reset, String id, Taker taker) throws IOException {
        int count = 0;
        for (int i = 0; i < by.size() && (count == 0 || drawn < MUCH); i++) {
            Scene scene = null;
            try {
                scene = scene(by.get(i), reset);
            } catch (OperationCanceledException e) {
                problems.accept("cancelled: not all diagrams were drawn");
                return count;
            } catch (IOException e) {
                problems.accept("no diagram" + (reset == null ? "" : " of reset " + id) + ": " + e.getMessage());
                return count;
            }
            if (scene != null) {
                StringBuilder svg = new StringBuilder();
                SvgWriter.adaptive().embed(scene, id + "-" + (i + 1), svg);
                drawn += svg.length();
                taker.take(Visualizers.label(by.get(i)), svg.toString());
                count++;
            }
        }
        return count;
    }

    @Override
    public String styles() {
        StringBuilder styles = new StringBuilder();
        try {
            SvgWriter.adaptive().styles(styles);
        } catch (IOException e) {
            throw new IllegalStateException(e); // a StringBuilder takes everything
        }
        return styles.toString();
    }
}
