package org.resetscope.ui.internal.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Looks for patterns in the resets of all open captures. */
final class PatternsJob extends Job {

    private final Consumer<Patterns> result;
    /** What was looked at, by identity: keeping it would keep captures that were closed. */
    private List<Integer> seen = List.of();

    /** @param result takes the patterns, on the job's thread; null where there is no reset */
    PatternsJob(Consumer<Patterns> result) {
        super("Looking for patterns");
        this.result = result;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<Analysis> analyses = Session.captures().counted().stream().map(OpenCapture::analysis).toList();
        List<Integer> now = analyses.stream().map(System::identityHashCode).toList();
        if (!now.equals(seen)) { // progress alone is no news
            seen = now;
            List<Reset> resets = resets(analyses);
            result.accept(resets.isEmpty() ? null : Patterns.of(new Analysis(List.of(), resets, List.of(), false)));
        }
        return Status.OK_STATUS;
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
}
