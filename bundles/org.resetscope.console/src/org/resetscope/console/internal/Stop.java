package org.resetscope.console.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;

/**
 * The wish that a script ends. What {@link StopChecks} weaves into scripts asks for it. Groovy's own ThreadInterrupt would ask whether
 * the thread is interrupted, which its sleep() and careless catch clauses make forgotten.
 */
public final class Stop {

    /** Ends a script; an error, so that a script's "catch (e)" lets it pass. */
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    private static final ThreadLocal<Stop> CURRENT = new ThreadLocal<>();

    private final Thread thread = Thread.currentThread();
    private final IProgressMonitor monitor;
    private volatile boolean requested;

    private Stop(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    /** For what this thread does until {@link #end()}. */
    static Stop begin(IProgressMonitor monitor) {
        Stop stop = new Stop(monitor);
        CURRENT.set(stop);
        return stop;
    }

    void end() {
        CURRENT.remove();
        if (requested) {
            Thread.interrupted(); // what comes next on this thread is not meant
        }
    }

    void request() {
        requested = true;
        thread.interrupt();
    }

    boolean requested() {
        return requested || monitor.isCanceled();
    }

    /** Called by compiled scripts in each turn of a loop and at the start of each closure and method. */
    public static void check() {
        Stop stop = CURRENT.get();
        if (stop != null && stop.requested()) {
            throw new Stopped();
        }
    }

    /** Progress of work that this ends too. */
    IProgressMonitor monitor() {
        return new ProgressMonitorWrapper(monitor) {
            @Override
            public boolean isCanceled() {
                return requested || super.isCanceled();
            }
        };
    }
}
