package org.resetscope.ui.internal.advice;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.Analysis;
import org.resetscope.core.advice.Advised;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Asks the plug-ins what would have prevented the resets of all open captures. */
final class AdviceJob extends Job {

    private final Consumer<Advised> result;
    /** What was looked at, by identity: keeping it would keep captures that were closed. */
    private List<Integer> seen = List.of();

    /** @param result takes the advice, on the job's thread; null where there is no reset */
    AdviceJob(Consumer<Advised> result) {
        super("Looking for advice");
        this.result = result;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<Analysis> analyses = Session.captures().counted().stream().map(OpenCapture::analysis).toList();
        List<Integer> now = analyses.stream().map(System::identityHashCode).toList();
        if (!now.equals(seen)) { // progress alone is no news
            seen = now;
            List<Reset> resets = analyses.stream().flatMap(a -> a.resets().stream()).toList();
            result.accept(resets.isEmpty() ? null : Advised.of(new Analysis(List.of(), resets, List.of(), false)));
        }
        return Status.OK_STATUS;
    }
}
