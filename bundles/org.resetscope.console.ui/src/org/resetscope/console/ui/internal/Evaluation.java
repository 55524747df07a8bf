package org.resetscope.console.ui.internal;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.console.ScriptException;
import org.resetscope.console.ScriptSource;
import org.resetscope.console.session.ScriptSession;

/** Evaluates a script in the background. */
final class Evaluation extends Job {

    private final ScriptSession session;
    private final ScriptSource source;
    private final Pieces output;
    private volatile ScriptException failure;

    Evaluation(ScriptSession session, ScriptSource source, Pieces output) {
        super(source.typed() ? "Console" : "Running " + source.name());
        this.session = session;
        this.source = source;
        this.output = output;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            session.run(source, monitor);
        } catch (ScriptException e) {
            failure = e;
            output.add(e.getMessage() + "\n", Ink.ERROR);
        } catch (OutOfMemoryError e) {
            failure = ScriptException.failed("There was not enough memory for it.", e);
            output.add("There is not enough memory for this. Start ResetScope with RESETSCOPE_JAVA_OPTS=-Xmx8g (or more).\n", Ink.ERROR);
        } catch (RuntimeException e) {
            failure = ScriptException.failed("The console itself failed: " + e, e);
            ILog.of(Evaluation.class).error("The console itself failed", e);
            output.add("The console itself failed: " + e + ". Please report it; the log has the details.\n", Ink.ERROR);
        }
        return Status.OK_STATUS;
    }

    /** What ended it early; null where nothing did, or not yet. */
    ScriptException failure() {
        return failure;
    }

    @Override
    protected void canceling() {
        session.stop();
    }
}
