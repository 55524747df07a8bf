package org.resetscope.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;

/** What a command is connected to. */
public interface CommandContext {

    /** What --version tells. */
    String version();

    /** Standard output; takes the report alone. Not to be closed. */
    OutputStream out();

    /** Takes diagnostics. */
    PrintStream err();

    /** Whether standard output is a terminal: colours are of use, where the user has not set NO_COLOR. */
    boolean terminal();

    /** Columns of the terminal, or a usual number where there is none. */
    int width();

    /** Of what a person reads on standard output; machines get UTF-8. */
    Charset charset();

    /**
     * Runs work that may take long: shows its progress where standard error is a terminal, and cancels it at the first Ctrl+C.
     *
     * @param work ends soon once its monitor is cancelled, with what it has until then
     */
    default <T> T cancellable(Function<IProgressMonitor, T> work) {
        return cancellable(work, () -> {
        });
    }

    /**
     * As {@link #cancellable(Function)}, for work that does not ask its monitor all the time.
     *
     * @param onCancel called at the first Ctrl+C, on another thread
     */
    <T> T cancellable(Function<IProgressMonitor, T> work, Runnable onCancel);
}
