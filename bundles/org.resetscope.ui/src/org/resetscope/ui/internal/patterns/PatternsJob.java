package org.resetscope.ui.internal.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Looks for patterns in the resets of all open captures. */
final class PatternsJob extends Job {

    private final Consumer<Patterns> result;
    private List<Analysis> seen = List.of();

    /** @param result takes the patterns, on the job's thread; null where there is no reset */
    PatternsJob(Consumer<Patterns> result) {
        super("Looking for patterns");
        this.result = result;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<OpenCapture> captures = Session.captures().counted();
        List<Analysis> now = captures.stream().map(OpenCapture::analysis).toList();
        if (same(now)) {
            return Status.OK_STATUS; // progress, but no news
        }
        seen = now;
        List<Reset> resets = new ArrayList<>();
        int number = 0;
        for (OpenCapture capture : captures) {
            String prefix = number++ + ".";
            for (OpenReset open : capture.resets()) {
                // each capture numbers its incidents for itself
                resets.add(open.reset().numbered(prefix + open.reset().id(), prefix + open.reset().incident()));
            }
        }
        Patterns patterns = resets.isEmpty() ? null : Patterns.of(new Analysis(List.of(), resets, List.of(), false));
        if (!monitor.isCanceled()) {
            result.accept(patterns);
        }
        return Status.OK_STATUS;
    }

    /** By identity: comparing a million resets would take as long as looking at them. */
    private boolean same(List<Analysis> now) {
        return now.size() == seen.size() && IntStream.range(0, now.size()).allMatch(i -> now.get(i) == seen.get(i));
    }
}
