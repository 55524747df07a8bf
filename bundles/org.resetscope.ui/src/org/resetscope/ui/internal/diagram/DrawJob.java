package org.resetscope.ui.internal.diagram;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.TimeRange;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.core.visual.Visualizers;
import org.resetscope.ui.internal.export.Joined;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Route;

/** Draws in the background; of several drawings asked for in a row the last one wins. */
final class DrawJob extends Job {

    /**
     * @param captures of which resets are drawn; one where it is one reset
     * @param reset that is selected, or null
     * @param visualizer id
     * @param range null for all
     */
    record Wish(List<OpenCapture> captures, OpenReset reset, String visualizer, TimeRange range, double width) {

        /** Whether it is the same drawing, in another size or with another mark. */
        boolean same(Wish other) {
            return other != null && captures.equals(other.captures) && visualizer.equals(other.visualizer);
        }

        /** The first one. */
        OpenCapture capture() {
            return captures.get(0);
        }

        List<OpenReset> resets() {
            return captures.stream().flatMap(c -> c.resets().stream()).toList();
        }
    }

    /**
     * @param scene null where {@code problem} says why there is none
     * @param analysis that it was drawn from, and {@code route} that the user knew then
     */
    record Drawn(Wish wish, Scene scene, String problem, Analysis analysis, Route route) {
    }

    private final Consumer<Drawn> ready;
    private volatile Wish asked;
    /** Of the last analysis: it keeps the packets that it read. */
    private FlowReader flows;
    private Analysis flowsOf;

    /** @param ready called in the background */
    DrawJob(Consumer<Drawn> ready) {
        super("Drawing a diagram");
        this.ready = ready;
        setPriority(INTERACTIVE);
    }

    void ask(Wish wish) {
        asked = wish;
        cancel();
        schedule();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == DrawJob.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Wish wish = asked;
        try {
            Drawn drawn = draw(wish, monitor);
            if (wish == asked) {
                ready.accept(drawn);
            }
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        }
    }

    private Drawn draw(Wish wish, IProgressMonitor monitor) {
        Route route = wish.capture().route(); // first: what is drawn may be newer than what can be edited, never older
        List<OpenReset> resets = wish.captures().size() == 1 ? List.of() : wish.resets();
        Analysis analysis = resets.isEmpty() ? wish.capture().analysis() : Joined.of(resets);
        if (analysis != flowsOf) {
            flowsOf = analysis;
            flows = new FlowReader(analysis);
        }
        Visualizers visualizers = Visualizers.read();
        Contribution<Visualizer> chosen = visualizers.all().stream().filter(v -> v.id().equals(wish.visualizer())).findFirst().orElse(null);
        if (chosen == null) {
            return new Drawn(wish, null, "No plug-in that draws is installed.", analysis, route);
        }
        int joined = wish.reset() == null ? -1 : resets.indexOf(wish.reset());
        Reset reset = joined >= 0 ? analysis.resets().get(joined) : wish.reset() == null ? null : wish.reset().reset();
        try {
            Scene scene = chosen.callIo(v -> v.draw(analysis, reset, new DrawContext(wish.width(), flows, wish.range(), monitor)), null);
            return new Drawn(wish, scene, scene != null ? null
                    : visualizers.problems().isEmpty() ? nothing(chosen) : visualizers.problems().get(0).text(), analysis, route);
        } catch (IOException e) {
            return new Drawn(wish, null, e.getMessage(), analysis, route);
        }
    }

    private static String nothing(Contribution<Visualizer> visualizer) {
        return "Nothing to be seen here as \u201c" + Visualizers.label(visualizer) + "\u201d" + switch (Visualizers.scope(visualizer)) {
            case RESET -> ": this connection has nothing of the kind.";
            case CAPTURES -> ": there are no resets.";
        };
    }
}
