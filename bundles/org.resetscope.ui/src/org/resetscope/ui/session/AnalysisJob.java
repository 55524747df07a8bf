package org.resetscope.ui.session;

import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Problem;
import org.resetscope.ui.session.Progress.State;

/** Reads and explains a capture in the background. */
final class AnalysisJob extends Job {

    private final OpenCapture capture;
    private final Input input;
    private final Analyzer analyzer;
    private final Progress first;
    private final boolean keep;
    private final Runnable changed;

    /**
     * @param first what is told of it when it begins
     * @param keep what was found before, until all is found anew
     */
    AnalysisJob(OpenCapture capture, Analyzer analyzer, Progress first, boolean keep, Runnable changed) {
        super((first == Progress.WATCHING ? "Watching " : "Reading ") + capture.name());
        this.first = first;
        this.keep = keep;
        this.capture = capture;
        this.input = capture.input();
        this.analyzer = analyzer;
        this.changed = changed;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == capture || family == OpenCaptures.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        progress(first);
        try {
            Analysis analysis = analyzer.analyze(input,
                    new PercentMonitor(monitor, percent -> progress(Progress.reading(percent))), this::known);
            if (!keep || !analysis.cancelled()) {
                capture.setAnalysis(analysis);
            }
            progress(outcome(analysis));
        } catch (OperationCanceledException e) {
            progress(new Progress(State.STOPPED, 0, "stopped before anything was read"));
        } catch (OutOfMemoryError e) {
            fail("There is not enough memory to read this capture. Start ResetScope with RESETSCOPE_JAVA_OPTS=-Xmx8g (or more).");
        } catch (RuntimeException e) {
            ILog.of(AnalysisJob.class).error("Analysing " + capture.input().paths() + " failed", e);
            fail("ResetScope itself failed on this capture (" + e.getClass().getSimpleName() + "). Please report it; the log has the details.");
        }
        // Told in the row and in Problems: a dialog would only stand in the way.
        return Status.OK_STATUS;
    }

    boolean keeps() {
        return keep;
    }

    /** A job that is cancelled while it waits never runs. */
    void stoppedBeforeStart() {
        progress(new Progress(State.STOPPED, 0, "stopped before anything was read"));
    }

    private Progress outcome(Analysis analysis) {
        List<Capture> read = analysis.captures();
        if (!read.isEmpty() && read.stream().noneMatch(Capture::readable)) {
            List<Problem> problems = read.get(0).problems();
            return new Progress(State.FAILED, 0, problems.isEmpty() ? "The file cannot be read." : problems.get(0).text());
        }
        int percent = capture.progress().percent();
        return analysis.cancelled() ? new Progress(State.STOPPED, percent, "stopped at " + percent + " %")
                : new Progress(State.COMPLETE, 100, null);
    }

    private void known(Analysis soFar) {
        if (!keep) {
            capture.setAnalysis(soFar);
            changed.run();
        }
    }

    private void fail(String reason) {
        progress(new Progress(State.FAILED, 0, reason));
    }

    private void progress(Progress progress) {
        capture.setProgress(progress);
        changed.run();
    }
}
