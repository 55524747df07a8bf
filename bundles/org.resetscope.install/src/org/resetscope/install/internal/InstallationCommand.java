package org.resetscope.install.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;

import picocli.CommandLine.Option;

/** What the commands that change the installation have in common. */
abstract class InstallationCommand implements ContributedCommand {

    private CommandContext context;

    @Option(names = "--trust", description = "Install what is not signed, or signed by somebody unknown, without asking.")
    private boolean trust;

    @Override
    public final void init(CommandContext to) {
        context = to;
    }

    final void say(String line) {
        context.err().println(line);
    }

    /** Does the work, and says what was done. */
    abstract void work(Installation installation, IProgressMonitor monitor) throws InstallationException;

    @Override
    public final Integer call() throws Exception {
        Installation installation;
        Trust asked = new Trust(trust, context.err());
        try {
            installation = Installation.running(asked);
            installation.checkWritable();
        } catch (InstallationException e) {
            return tell(e);
        }
        InstallationException failure = context.cancellable(monitor -> {
            try {
                work(installation, monitor);
                return null;
            } catch (InstallationException e) {
                return e;
            }
        });
        return failure == null ? ExitCodes.OK : asked.refused() ? ExitCodes.FINDINGS : tell(failure);
    }

    private int tell(InstallationException failure) {
        failure.getMessage().lines().forEach(line -> context.err().println("resetscope: " + line.stripTrailing()));
        return failure.exit();
    }
}
