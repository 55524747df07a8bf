package org.resetscope.console.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.ScriptException;
import org.resetscope.console.ScriptOutput;
import org.resetscope.console.ScriptSource;
import org.resetscope.console.Table;

/** Runs scripts of one session. */
public final class Evaluator {

    private final OpenAnalyses open;
    private final NotingOutput output;
    private final Names names = new Names();
    private final ScriptCompiler compiler = new ScriptCompiler(names);
    private final Object lock = new Object();
    private Stop running;

    public Evaluator(OpenAnalyses open, ScriptOutput output) {
        this.open = open;
        this.output = new NotingOutput(output);
    }

    public Names names() {
        return names;
    }

    /** @param show the value too */
    public Object evaluate(ScriptSource source, IProgressMonitor monitor, boolean show) throws ScriptException {
        Stop stop = begin(monitor);
        try {
            output.forget();
            SessionScript script = compiler.compile(source);
            script.connect(new SessionContext(open, output, names, stop.monitor()));
            Object value = script.run();
            Stop.check();
            if (show && (value instanceof Table || !output.used())) {
                output.show(value);
            }
            return value;
        } catch (Stop.Stopped | OperationCanceledException e) {
            throw ScriptException.stopped(e);
        } catch (OutOfMemoryError | ThreadDeath e) {
            throw e;
        } catch (Throwable e) {
            // what an interrupt makes of blocking calls is the stop's doing, not the script's
            throw stop.requested() ? ScriptException.stopped(e) : new ScriptErrors(compiler).of(e, source.name());
        } finally {
            synchronized (lock) {
                running = null;
                stop.end();
            }
        }
    }

    private Stop begin(IProgressMonitor monitor) {
        synchronized (lock) {
            if (running != null) {
                throw new IllegalStateException("a script is being evaluated");
            }
            running = Stop.begin(monitor);
            return running;
        }
    }

    public void stop() {
        synchronized (lock) {
            if (running != null) {
                running.request();
            }
        }
    }
}
