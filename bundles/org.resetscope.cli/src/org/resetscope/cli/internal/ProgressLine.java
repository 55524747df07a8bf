package org.resetscope.cli.internal;

import java.io.PrintStream;

import org.eclipse.core.runtime.NullProgressMonitor;

/** Keeps one line of progress on a terminal; says nothing elsewhere. Cancelled from any thread. */
final class ProgressLine extends NullProgressMonitor {

    private static final long NANOS_BETWEEN = 100_000_000;

    private final PrintStream terminal;
    private final int width;
    private double total;
    private double done;
    private String task = "";
    private long lastShown = System.nanoTime();
    private boolean shown;

    /** @param terminal null where there is none */
    ProgressLine(PrintStream terminal, int width) {
        this.terminal = terminal;
        this.width = width;
    }

    @Override
    public synchronized void beginTask(String name, int totalWork) {
        total = totalWork;
        done = 0;
        subTask(name);
    }

    /** Scripts have several pieces of work, and print between them. */
    @Override
    public void done() {
        clear();
    }

    @Override
    public void setTaskName(String name) {
        subTask(name);
    }

    @Override
    public synchronized void subTask(String name) {
        task = name == null ? "" : name.replaceAll("\\p{Cntrl}", "?");
        show();
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    @Override
    public synchronized void internalWorked(double work) {
        done += work;
        show();
    }

    /** Takes the line away, so that what follows starts clean. */
    synchronized void clear() {
        if (shown) {
            terminal.print("\r" + " ".repeat(width - 1) + "\r");
            terminal.flush();
            shown = false;
        }
    }

    private void show() {
        long now = System.nanoTime();
        if (terminal == null || now - lastShown < NANOS_BETWEEN) {
            return;
        }
        lastShown = now;
        shown = true;
        String percent = total > 0 ? String.format("%3d %%  ", Math.min(100, Math.round(100 * done / total))) : "";
        String line = percent + task;
        // never the last column: a terminal would begin a new line
        terminal.print("\r" + String.format("%-" + (width - 1) + "s", line.length() < width ? line : line.substring(0, width - 1)));
        terminal.flush();
    }
}
