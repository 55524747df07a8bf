package org.resetscope.console.internal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;
import org.resetscope.cli.FormatOption;
import org.resetscope.console.Gallery;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.ScriptException;
import org.resetscope.console.session.ScriptSession;
import org.resetscope.console.ScriptSource;
import org.resetscope.console.internal.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** resetscope run: a script without a person. */
@Command(name = "run", sortOptions = false,
        description = "Runs a console script (Groovy).",
        footerHeading = "%nIn a script:%n",
        footer = {
                "  open(args)                                    reads and explains captures",
                "  table resets.countBy { it.verdict.cause }     its last value is shown, tables as tables",
                "  help                                          tells all that there is",
                "",
                "--list names the scripts that come with ResetScope; they run by their names:",
                "  resetscope run worth-a-look -- CAPTURE",
                "",
                "With --format json, standard output holds the script's last value alone; what it prints goes to standard error.",
                "",
                "Exit codes:",
                "  0  the script ran to its end",
                "  1  the script failed, or has an error; the message names file and line",
                "  2  wrong usage",
                "  3  the script cannot be read",
                "  4  stopped by Ctrl+C",
                "  5  internal error" })
public final class RunCommand implements ContributedCommand {

    private CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SCRIPT",
            description = "A file in UTF-8; \"-\" reads standard input; or the name of a script that comes with ResetScope.")
    private String script;

    @Parameters(index = "1..*", paramLabel = "-- ARG", description = "What the script finds in its variable args.")
    private List<String> arguments = new ArrayList<>();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--list", description = "Name the scripts that come with ResetScope, and what they do.")
    private boolean list;

    @Option(names = "--debug", description = "Show where an error comes from, with Java's stack trace.")
    private boolean debug;

    @Override
    public void init(CommandContext to) {
        context = to;
    }

    @Override
    public Integer call() throws IOException {
        boolean json = format.json();
        if (list) {
            return list();
        }
        if (script == null) {
            throw new ParameterException(spec.commandLine(), "Missing SCRIPT: which one?");
        }
        ScriptSource source;
        try {
            source = read();
        } catch (IOException e) {
            context.err().println("resetscope: the script cannot be read: "
                    + (e instanceof NoSuchFileException ? "there is no file " + script : e.getMessage()));
            return ExitCodes.UNREADABLE;
        }
        PrintStream err = context.err();
        StreamOutput output = json ? new StreamOutput(err, StandardCharsets.UTF_8, err)
                : new StreamOutput(context.out(), context.charset(), err);
        ScriptSession session = new ScriptSession(OpenAnalyses.own(), output);
        session.bind("args", arguments);
        ScriptException failure;
        try {
            failure = context.cancellable(monitor -> evaluate(session, source, json, monitor), session::stop);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        output.flush();
        return failure == null ? ExitCodes.OK : tell(failure);
    }

    private ScriptSource read() throws IOException {
        if (script.equals("-")) {
            return ScriptSource.file("standard input", new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Path file = Path.of(script);
        Optional<Gallery.Example> example = Files.exists(file) ? Optional.empty() : Gallery.find(script);
        return example.isPresent() ? ScriptSource.file(script, example.get().text()) : ScriptSource.file(script, Files.readString(file));
    }

    private int list() throws IOException {
        StreamOutput output = new StreamOutput(context.out(), context.charset(), context.err());
        Gallery.all().forEach(example -> output.text(String.format("%-22s %s%n", example.name(), example.title())));
        output.flush();
        return ExitCodes.OK;
    }

    /** @return why it failed, or null */
    private ScriptException evaluate(ScriptSession session, ScriptSource source, boolean json, IProgressMonitor monitor) {
        try {
            if (json) {
                new StreamOutput(context.out(), StandardCharsets.UTF_8, context.err()).text(Json.text(session.evaluate(source, monitor)) + "\n");
            } else {
                session.run(source, monitor);
            }
            return null;
        } catch (ScriptException e) {
            return e;
        } catch (IOException e) {
            return ScriptException.failed(e.getMessage(), e);
        }
    }

    private int tell(ScriptException failure) {
        context.err().println("resetscope: " + failure.getMessage());
        if (debug && failure.getCause() != null) {
            failure.getCause().printStackTrace(context.err());
        }
        return failure.stopped() ? ExitCodes.PARTIAL : ExitCodes.FINDINGS;
    }
}
