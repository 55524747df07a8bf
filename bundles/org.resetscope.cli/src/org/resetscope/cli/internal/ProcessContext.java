package org.resetscope.cli.internal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.cli.CommandContext;
import org.resetscope.core.reading.Captures;

/** The surroundings of this process, or of a test. */
record ProcessContext(OutputStream out, PrintStream err, Terminal console) implements CommandContext {

    @Override
    public String version() {
        return Cli.NAME_AND_VERSION;
    }

    @Override
    public boolean terminal() {
        return console.output();
    }

    @Override
    public int width() {
        return console.width();
    }

    @Override
    public Charset charset() {
        return console.charset();
    }

    @Override
    @SuppressWarnings("try") // interrupts are handled as long as they are open
    public <T> T cancellable(Function<IProgressMonitor, T> work, Runnable onCancel) {
        ProgressLine progress = new ProgressLine(console.error() ? err : null, console.width());
        try (Interrupts interrupts = Interrupts.handledBy(() -> {
            boolean ended = Captures.endStandardInput();
            if (ended) {
                progress.subTask("Standard input is ended; Ctrl+C once more stops the analysis");
            }
            return ended;
        }, () -> {
            progress.setCanceled(true);
            onCancel.run();
        })) {
            return work.apply(progress);
        } finally {
            progress.clear();
        }
    }
}
