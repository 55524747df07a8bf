package org.resetscope.ui.internal.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchPartSite;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Session;

/**
 * Something that a view shows, made of the resets of all open captures, made anew in the background when these change. Nobody waits for what is not shown: only
 * while the view is seen.
 */
public final class Derived<T> {

    /** While captures are read, looking once in a while is enough. */
    private static final int DELAY_MILLIS = 300;

    private final OpenCaptures.Listener sessionChanged = OpenCaptures.Listener.of(this::look);
    private final IPartListener2 visibility = new IPartListener2() {
        @Override
        public void partVisible(IWorkbenchPartReference part) {
            see(part, true);
        }

        @Override
        public void partHidden(IWorkbenchPartReference part) {
            see(part, false);
        }
    };
    private final IWorkbenchPartSite site;
    private final Function<Analysis, T> maker;
    private final Job job;
    private final UiUpdate update;
    /** What was looked at, by identity: keeping it would keep captures that were closed. */
    private List<Integer> seen = List.of();
    private volatile T latest;
    private volatile boolean visible;

    /**
     * @param site of the view
     * @param owner of the view; when it is disposed of, this ends
     * @param name of the work, for people
     * @param maker called in the background with the resets of all, at least one; ids are their own in all of them
     * @param changed called on the user interface thread; takes null when there is no reset any more
     */
    public static <T> void show(IWorkbenchPartSite site, Control owner, String name, Function<Analysis, T> maker, Consumer<T> changed) {
        new Derived<>(site, owner, name, maker, changed);
    }

    private Derived(IWorkbenchPartSite site, Control owner, String name, Function<Analysis, T> maker, Consumer<T> changed) {
        this.site = site;
        this.maker = maker;
        job = Job.createSystem(name, (ICoreRunnable) monitor -> make());
        update = new UiUpdate(owner, () -> changed.accept(latest));
        Session.captures().addListener(sessionChanged);
        site.getPage().addPartListener(visibility);
        owner.addDisposeListener(e -> dispose());
    }

    private void see(IWorkbenchPartReference part, boolean shownNow) {
        if (part.getId().equals(site.getId())) {
            visible = shownNow;
            look();
        }
    }

    private void look() {
        if (visible) {
            job.schedule(DELAY_MILLIS);
        }
    }

    private void make() {
        List<Analysis> analyses = Session.captures().counted().stream().map(OpenCapture::analysis).toList();
        List<Integer> now = analyses.stream().map(System::identityHashCode).toList();
        if (!now.equals(seen)) { // progress alone is no news
            seen = now;
            List<Reset> resets = resets(analyses);
            latest = resets.isEmpty() ? null : maker.apply(new Analysis(List.of(), resets, List.of(), false)
                    .heldAgainst(analyses.stream().flatMap(a -> a.profiles().stream()).distinct().toList()));
            update.request();
        }
    }

    private static List<Reset> resets(List<Analysis> analyses) {
        if (analyses.size() == 1) {
            return analyses.get(0).resets();
        }
        List<Reset> resets = new ArrayList<>();
        for (int i = 0; i < analyses.size(); i++) {
            for (Reset reset : analyses.get(i).resets()) {
                // each capture numbers its incidents for itself
                resets.add(reset.numbered(i + "." + reset.id(), i + "." + reset.incident()));
            }
        }
        return resets;
    }

    private void dispose() {
        Session.captures().removeListener(sessionChanged);
        site.getPage().removePartListener(visibility);
        job.cancel();
    }
}
