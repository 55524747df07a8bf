package org.resetscope.ui.internal.rules;

import java.util.function.BiConsumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.configuration.ConfigurationText;

/** Checks the text of an editor in the background; the newest text wins. */
final class LintJob extends Job {

    /** While somebody types, each key would ask. */
    private static final long PAUSE_MILLIS = 250;

    private record Request(ConfigurationText text, long stamp) {
    }

    private final BiConsumer<Lint, Long> ready;
    private volatile Request newest;

    /** @param ready called in the background with the stamp that came with the text */
    LintJob(BiConsumer<Lint, Long> ready) {
        super("Checking rules");
        this.ready = ready;
        setSystem(true);
        setPriority(SHORT);
    }

    void ask(ConfigurationText text, long stamp, boolean atOnce) {
        newest = new Request(text, stamp);
        cancel();
        schedule(atOnce ? 0 : PAUSE_MILLIS);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == LintJob.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Request asked = newest;
        try {
            Lint lint = Lint.of(asked.text(), monitor);
            if (asked == newest) {
                ready.accept(lint, asked.stamp());
            }
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (RuntimeException e) {
            ILog.of(LintJob.class).error("Checking " + asked.text().name() + " failed", e);
            return Status.OK_STATUS;
        }
    }
}
