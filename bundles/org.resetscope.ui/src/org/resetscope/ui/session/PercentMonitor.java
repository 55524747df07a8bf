package org.resetscope.ui.session;

import java.util.function.IntConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;

/** Passes progress on to the workbench and tells each new percent. */
final class PercentMonitor extends ProgressMonitorWrapper {

    private final IntConsumer percentTold;
    private double total;
    private double done;
    private int percent = -1;

    PercentMonitor(IProgressMonitor monitor, IntConsumer percentTold) {
        super(monitor);
        this.percentTold = percentTold;
    }

    @Override
    public void beginTask(String name, int totalWork) {
        total = totalWork;
        super.beginTask(name, totalWork);
    }

    @Override
    public void worked(int work) {
        advance(work);
        super.worked(work);
    }

    @Override
    public void internalWorked(double work) {
        advance(work);
        super.internalWorked(work);
    }

    private void advance(double work) {
        done += work;
        int now = total > 0 ? (int) Math.min(100, 100 * done / total) : 0;
        if (now != percent) {
            percent = now;
            percentTold.accept(now);
        }
    }
}
