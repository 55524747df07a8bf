package org.resetscope.ui.internal.diagram;

import java.io.IOException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.flowview.FlowReader;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.visual.DrawContext;
import org.resetscope.core.visual.Visualizer;
import org.resetscope.ui.session.OpenReset;

/** Draws in the background; of several resets asked for in a row the last one wins. */
final class DrawJob extends Job {

    /** @param visualizer id, or null for the first that there is */
    record Wish(OpenReset reset, String visualizer, double width) {
    }

    /** @param scene null where {@code problem} says why there is none */
    record Drawn(Wish wish, Scene scene, String problem) {
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
        Analysis analysis = wish.reset().capture().analysis();
        if (analysis != flowsOf) {
            flowsOf = analysis;
            flows = new FlowReader(analysis);
        }
        Extensions<Visualizer> visualizers = Extensions.read(Extensions.VISUALIZERS, Visualizer.class);
        Contribution<Visualizer> chosen = visualizers.find(wish.visualizer() == null ? "" : wish.visualizer())
                .orElse(visualizers.all().isEmpty() ? null : visualizers.all().get(0));
        if (chosen == null) {
            return new Drawn(wish, null, "No plug-in that draws is installed.");
        }
        try {
            Scene scene = chosen.callIo(v -> v.draw(analysis, wish.reset().reset(), new DrawContext(wish.width(), flows, monitor)), null);
            return new Drawn(wish, scene, scene != null ? null
                    : visualizers.problems().isEmpty() ? chosen + " drew nothing." : visualizers.problems().get(0).text());
        } catch (IOException e) {
            return new Drawn(wish, null, e.getMessage());
        }
    }
}
