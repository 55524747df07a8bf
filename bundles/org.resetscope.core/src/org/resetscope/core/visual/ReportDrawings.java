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
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.report.Drawings;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SvgWriter;

/** Draws resets of an analysis by the installed visualizers. What fails is told, once for each reason, and has no drawing. */
public final class ReportDrawings implements Drawings {

    private final Analysis analysis;
    private final IProgressMonitor monitor;
    private final Consumer<String> problems;
    private final FlowReader flows;
    private final Map<String, Reset> prepared = new HashMap<>();
    /** Read when the first drawing is asked for. */
    private Extensions<Visualizer> visualizers;
    private int told;

    /**
     * @param monitor to be cancelled by the user; may be null
     * @param problems takes a sentence for each thing that goes wrong
     */
    public ReportDrawings(Analysis analysis, IProgressMonitor monitor, Consumer<String> problems) {
        this.analysis = analysis;
        this.monitor = monitor == null ? new NullProgressMonitor() : monitor;
        this.problems = problems;
        this.flows = new FlowReader(analysis);
    }

    private void tellOfPlugins() {
        List<Problem> all = visualizers.problems();
        all.subList(told, all.size()).forEach(p -> problems.accept(p.text()));
        told = all.size();
    }

    @Override
    public void prepare(List<String> ids) {
        visualizers = Extensions.read(Extensions.VISUALIZERS, Visualizer.class);
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
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        for (Contribution<Visualizer> visualizer : visualizers.all()) {
            try {
                Scene scene = visualizer.callIo(v -> v.draw(analysis, reset, new DrawContext(DrawContext.WIDTH, flows, null)), null);
                tellOfPlugins();
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

    @Override
    public boolean draw(String id, Appendable out) throws IOException {
        if (monitor.isCanceled()) {
            problems.accept("cancelled: not all diagrams were drawn");
            return false;
        }
        Scene scene = prepared.containsKey(id) ? scene(prepared.get(id)) : null;
        if (scene == null) {
            return false;
        }
        SvgWriter.adaptive().embed(scene, id, out);
        return true;
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
