package org.resetscope.console.internal.command;

import java.io.IOException;
import java.io.PrintStream;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** resetscope console: a prompt in the terminal. */
@Command(name = "console", sortOptions = false,
        description = "Opens the console in the terminal: a prompt for scripts (Groovy).",
        footer = {
                "",
                "Tab completes, Ctrl+C stops what runs, Ctrl+D leaves. \"help\" tells what scripts can do.",
                "To run a script without a prompt: resetscope run." })
public final class ConsoleCommand implements ContributedCommand {

    private CommandContext context;

    @Option(names = "--debug", description = "Show where an error comes from, with Java's stack trace.")
    private boolean debug;

    @Override
    public void init(CommandContext to) {
        context = to;
    }

    @Override
    public Integer call() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // JLine looks for its own parts there, which in OSGi is somebody else's
        Thread.currentThread().setContextClassLoader(TerminalBuilder.class.getClassLoader());
        try (Terminal terminal = TerminalBuilder.builder().name("ResetScope").system(true).dumb(true).build()) {
            PrintStream out = new PrintStream(terminal.output(), true, terminal.encoding());
            out.println(context.version() + " console. Tab completes, Ctrl+D leaves; \"help\" tells what there is.");
            new PromptLoop(terminal, out, debug).run();
            return ExitCodes.OK;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
