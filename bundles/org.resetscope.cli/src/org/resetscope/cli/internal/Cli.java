package org.resetscope.cli.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Set;

import org.resetscope.cli.ExitCodes;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line; needs no OSGi. */
@Command(name = "resetscope", mixinStandardHelpOptions = true, version = Cli.NAME_AND_VERSION,
        synopsisSubcommandLabel = "COMMAND", description = "Explains TCP resets in packet captures.",
        footer = { "", "Without a command, resetscope opens the workbench (on the captures named)." })
public final class Cli implements Runnable {

    static final String NAME_AND_VERSION = "resetscope 0.1.0";

    /** For these, nothing is asked of plug-ins: the common ways to start stay fast. */
    private static final Set<String> BUILT_IN = Set.of("analyze", "--version", "-V");

    @Spec
    private CommandSpec spec;

    private Cli() {
    }

    /**
     * Runs a command of this process: reports go to its standard output, all else to standard error.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        return run(arguments, Terminal.standardOutput(), System.err, Terminal.ofThisProcess());
    }

    /**
     * @param out takes the report alone
     * @param err takes diagnostics and progress
     * @return the exit code
     */
    static int run(String[] arguments, OutputStream out, PrintStream err, Terminal terminal) {
        CommandLine line = new CommandLine(new Cli());
        line.addSubcommand(CommonOptions.add(new CommandLine(new AnalyzeCommand(out, err, terminal)), NAME_AND_VERSION));
        String called = arguments.length == 0 ? "" : arguments[0];
        if (!BUILT_IN.contains(called) && !ContributedCommands.add(line, called, new ProcessContext(out, err, terminal))) {
            return ExitCodes.INTERNAL_ERROR;
        }
        line.setExpandAtFiles(false); // "@x.pcap" is a file name like any other
        line.setUsageHelpWidth(Math.min(Math.max(terminal.width(), 60), 120));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setOut(new PrintWriter(out, true, terminal.charset()));
        line.setErr(new PrintWriter(err, true));
        line.setParameterExceptionHandler(usage(err));
        line.setExecutionExceptionHandler(internalError(err));
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println("resetscope: out of memory; RESETSCOPE_JAVA_OPTS=-Xmx8g gives it 8 GB");
            return ExitCodes.INTERNAL_ERROR;
        }
    }

    private static IParameterExceptionHandler usage(PrintStream err) {
        return (exception, arguments) -> {
            String message = exception.getMessage();
            if (exception instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
                message = "Unknown command: '" + unmatched.getUnmatched().get(0) + "'"; // commands take any number of FILEs
            }
            err.println("resetscope: " + message);
            err.println("Try '" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
            return ExitCodes.USAGE;
        };
    }

    private static IExecutionExceptionHandler internalError(PrintStream err) {
        return (exception, line, parsed) -> {
            if (exception instanceof IOException io && BrokenPipe.is(io)) {
                return ExitCodes.OK; // "| head" has seen enough
            }
            err.println("resetscope: internal error: " + exception);
            if (CommonOptions.debug(parsed)) {
                exception.printStackTrace(err);
            } else {
                err.println("Run it again with --debug to see where; please report it with what that shows.");
            }
            return ExitCodes.INTERNAL_ERROR;
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
