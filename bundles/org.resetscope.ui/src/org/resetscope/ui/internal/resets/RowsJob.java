package org.resetscope.ui.internal.resets;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Filters, sorts and groups in the background; the newest query wins. */
final class RowsJob extends Job {

    private final Consumer<Rows> ready;
    private volatile Query query;

    /** @param ready called in the background */
    RowsJob(Consumer<Rows> ready) {
        super("Sorting resets");
        this.ready = ready;
        setSystem(true);
        setPriority(INTERACTIVE);
    }

    void ask(Query next) {
        query = next;
        schedule();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == RowsJob.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Query asked = query;
        Rows rows = Rows.of(asked);
        if (asked == query) {
            ready.accept(rows);
        }
        return Status.OK_STATUS;
    }
}
