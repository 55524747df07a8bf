package org.resetscope.cli.internal.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.configuration.LintResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for rules that make, or let pass, a reset which nobody wanted. */
@Command(name = "lint", sortOptions = false,
        description = "Checks firewall rules (iptables-save, nft, OpenWrt, firewalld) for resets that nobody wanted.",
        footer = {
                "",
                "Files that hold different tables are taken as one machine's; as soon as two hold the same table,",
                "each file is judged on its own.",
                "",
                "Levels (--fail-on): note (worth knowing), warning, error (healthy connections are reset).",
                "",
                "Exit codes:",
                "  0  nothing found at --fail-on or above (without --fail-on, findings do not matter)",
                "  1  findings at --fail-on or above",
                "  2  wrong usage",
                "  3  a file could not be read at all; the others are reported",
                "  4  partial: parts of a file could not be read, Ctrl+C, or a plug-in failed; the rest is reported",
                "  5  internal error" })
public final class LintCommand implements ContributedCommand {

    private static final Map<String, LintReport.Format> FORMATS = Map.of("text", LintText::of, "json", LintJson::of, "sarif", LintSarif::of);

    private CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Firewall configurations. \"-\" reads standard input.")
    private List<String> files;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or sarif. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = "--fix", description = "Write the first FILE with its faults mended, instead of a report; order and comments are kept.")
    private boolean fix;

    @Option(names = "--output", paramLabel = "NEW", description = "With --fix: the file to write, which must not exist. Default: standard output.")
    private Path output;

    @Option(names = "--fail-on", paramLabel = "LEVEL", description = "Exit with 1 when a finding is of this level or above: note, warning or error.")
    private String failOn;

    @Mixin
    private CircumstancesOptions circumstances = new CircumstancesOptions();

    @Override
    public void init(CommandContext newContext) {
        context = newContext;
    }

    @Override
    public Integer call() throws IOException {
        LintReport.Format writer = FORMATS.get(format);
        if (writer == null) {
            throw new ParameterException(spec.commandLine(), "--format: '" + format + "' is none of text, json, sarif");
        }
        Level lowest = failOn();
        if (output != null && !fix) {
            throw new ParameterException(spec.commandLine(), "--output goes with --fix");
        }
        Configurations configurations = new Configurations();
        ConfigurationFiles input = new ConfigurationFiles(context.err());
        input.read(files, configurations);

        List<ConfigurationFinding> findings = new ArrayList<>();
        List<ConfigurationProblem> problems = new ArrayList<>();
        if (fix) {
            return fix(configurations, input, lowest);
        }
        boolean complete = context.cancellable(monitor -> lint(configurations, input, findings, problems, monitor));
        input.tell(problems);
        input.finish();
        configurations.problems().forEach(p -> context.err().println("resetscope: " + Plain.line(p.text())));
        Output.write(context, writer.of(new LintReport(context.version(), input.texts().stream().map(t -> t.name()).toList(), findings,
                problems, configurations.checks())), format.equals("text"));

        if (input.unreadable()) {
            return ExitCodes.UNREADABLE;
        } else if (!complete || !problems.isEmpty() || !configurations.problems().isEmpty()) {
            return ExitCodes.PARTIAL;
        }
        return lowest != null && findings.stream().anyMatch(f -> f.level().compareTo(lowest) >= 0) ? ExitCodes.FINDINGS : ExitCodes.OK;
    }

    private int fix(Configurations configurations, ConfigurationFiles input, Level lowest) throws IOException {
        if (output != null && Files.exists(output)) {
            throw new ParameterException(spec.commandLine(), "--output: " + output + " exists already");
        } else if (input.texts().isEmpty()) {
            return ExitCodes.UNREADABLE;
        } else if (input.texts().get(0).truncated()) {
            context.err().println("resetscope: " + Plain.line(input.texts().get(0).name()) + " is too large to be written again");
            return ExitCodes.UNREADABLE;
        }
        Correction correction = new Correction(input.texts(), circumstances.circumstances());
        boolean complete = context.cancellable(monitor -> {
            try {
                correction.run(configurations, monitor);
                return true;
            } catch (OperationCanceledException e) {
                context.err().println("resetscope: cancelled: not all faults are mended");
                return false;
            }
        });
        correction.made().forEach(m -> context.err().println("resetscope: " + Plain.line(m)));
        correction.left().forEach(f -> context.err().println("resetscope: " + Plain.line("no fix for " + f.file() + ":" + f.line() + ": " + f.check()
                + (f.certain() ? ": " : " (possible): ") + f.message())));
        if (output == null) {
            Output.write(context, correction.text(), false);
        } else {
            Files.writeString(output, correction.text(), StandardOpenOption.CREATE_NEW);
        }
        if (!complete || !configurations.problems().isEmpty() || input.unreadable()) {
            return ExitCodes.PARTIAL;
        }
        return lowest != null && correction.left().stream().anyMatch(f -> f.level().compareTo(lowest) >= 0) ? ExitCodes.FINDINGS : ExitCodes.OK;
    }

    /** @return false where it was cancelled */
    private boolean lint(Configurations configurations, ConfigurationFiles input, List<ConfigurationFinding> findings,
            List<ConfigurationProblem> problems, IProgressMonitor monitor) {
        try {
            for (ConfiguredDevice device : configurations.devices(input.texts())) {
                problems.addAll(device.problems());
                LintResult result = device.lint(circumstances.circumstances(), monitor);
                findings.addAll(result.findings());
                problems.addAll(result.problems());
            }
            return true;
        } catch (OperationCanceledException e) {
            context.err().println("resetscope: cancelled: the report holds what was found until then");
            return false;
        }
    }

    private Level failOn() {
        try {
            return failOn == null ? null : Level.valueOf(failOn.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--fail-on: '" + failOn + "' is none of note, warning, error");
        }
    }
}
