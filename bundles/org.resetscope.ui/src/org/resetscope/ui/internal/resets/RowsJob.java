package org.resetscope.ui.internal.resets;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;

/** Filters, sorts and groups in the background; the newest query wins. */
final class RowsJob extends Job {

    private record Wish(Query query, Shown shown) {
    }

    private final Consumer<Placed> ready;
    private volatile Wish wish;
    /** What the last rows were made of: progress alone makes none anew. */
    private List<List<OpenReset>> sources = List.of();
    private Rows rows = Rows.NONE;

    /** @param ready called in the background */
    RowsJob(Consumer<Placed> ready) {
        super("Sorting resets");
        this.ready = ready;
        setSystem(true);
        setPriority(INTERACTIVE);
    }

    /** @param shown what the table shows now, which is found again in the new rows */
    void ask(Query query, Shown shown) {
        wish = new Wish(query, shown);
        schedule();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == RowsJob.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Wish latest = wish;
        Query asked = latest.query();
        List<List<OpenReset>> now = asked.captures().stream().map(OpenCapture::resets).toList();
        if (!asked.sameBut(rows.query()) || !same(now, sources)) {
            rows = Rows.of(asked);
            sources = now;
        }
        Placed placed = Placed.of(rows, latest.shown());
        if (latest == wish) {
            ready.accept(placed);
        }
        return Status.OK_STATUS;
    }

    private static boolean same(List<List<OpenReset>> a, List<List<OpenReset>> b) {
        return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> a.get(i) == b.get(i));
    }
}
