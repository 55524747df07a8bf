package org.resetscope.cli.internal;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.cli.CaptureInputs;
import org.resetscope.cli.ExitCodes;
import org.resetscope.cli.RouterOption;
import org.resetscope.cli.Watch;
import org.resetscope.cli.WatchOptions;
import org.resetscope.cli.internal.configuration.CircumstancesOptions;
import org.resetscope.cli.internal.configuration.ConfigurationFiles;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.KnownPath;
import org.resetscope.core.filter.Filter;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.Severity;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.endpoint.EndpointLogs;
import org.resetscope.core.report.Drawings;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;
import org.resetscope.core.visual.ReportDrawings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds and explains every reset of some captures. */
@Command(name = "analyze", sortOptions = false,
        description = "Finds and explains every TCP reset in captures (pcap, pcapng, snoop).",
        footerHeading = "%nFilters (--filter):%n",
        footer = {
                "  address=10.0.0.0/8 and port=443 and cause=endpoint.* and not sender=server",
                "  10.0.0.1 443 or (intermediary and not injected)",
                "  Keys: address, port, cause, sender; = or !=; several values with commas; and, or, not, ( ).",
                "  A bare word is an address, a port, a cause or a sender. A cause stands for its children too.",
                "",
                "Severities (--fail-on):",
                "  info     harmless: a probe that ends itself, or a reset that its receiver survived",
                "  warning  an endpoint refused or ended the connection, or the capture does not decide who did",
                "  error    something between (or beside) client and server is at fault",
                "",
                "Exit codes:",
                "  0  nothing found at --fail-on or above (without --fail-on, findings do not matter)",
                "  1  findings at --fail-on or above",
                "  2  wrong usage",
                "  3  an input could not be read at all; the others are reported",
                "  4  partial: an input is truncated, Ctrl+C, or a plug-in failed; what was read is reported",
                "  5  internal error",
                "  3 and 4 outweigh 1: findings of an incomplete analysis are not all findings." })
final class AnalyzeCommand implements Callable<Integer> {

    private final OutputStream out;
    private final PrintStream err;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CaptureInputs captures = new CaptureInputs();

    @Mixin
    private PathOption path = new PathOption();

    @Option(names = "--join", description = "Take the captures as consecutive parts of one (rotated files), in the order given.")
    private boolean join;

    @Option(names = "--follow",
            description = "Go on reading as the capture grows (one file, or \"-\"), and tell resets as they happen, until Ctrl+C; --format json"
                    + " is then an object a line.")
    private boolean follow;

    @Mixin
    private WatchOptions limits = new WatchOptions();

    @Option(names = "--firewall", paramLabel = "FILE",
            description = "Rules of a firewall that the packets passed (iptables-save, nft, ...), or settings of its kernel (sysctl -a);"
                    + " repeatable. The packets are replayed through them, and the rule behind a reset is named.")
    private List<String> firewalls = new ArrayList<>();

    @Mixin
    private CircumstancesOptions circumstances = new CircumstancesOptions();

    @Mixin
    private RouterOption router = new RouterOption();

    @Option(names = "--log", paramLabel = "FILE",
            description = "A log of an endpoint or device (repeatable): lines about the connections that were reset become evidence. Syslog,"
                    + " journalctl -o json, nginx, web access logs, HAProxy, Apache, Envoy, PostgreSQL, MySQL, OpenSSH, Java (with stack traces),"
                    + " netfilter's LOG, conntrack -E -o timestamp, kernel traces of resets, what begins with a date; gzip too.")
    private List<String> logs = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "text, json, csv, markdown, html, or one that a plug-in adds. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = "--table", paramLabel = "TABLE", defaultValue = "resets",
            description = "What the rows of a CSV report are: resets, hosts, services, causes or times. Default: ${DEFAULT-VALUE}.")
    private String table;

    @Option(names = "--output", paramLabel = "FILE",
            description = "Write the report to FILE instead of standard output. FILE changes only once the report is complete.")
    private String output;

    @Option(names = "--filter", paramLabel = "EXPR", description = "Report only the resets that match; see below.")
    private String filter = "";

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
            description = "Exit with 1 when a reported reset is of this severity or above: info, warning or error; see below.")
    private String failOn;

    @Option(names = "--diagrams", paramLabel = "DIR",
            description = "Draw the first reset of each incident (of 200 at most) into directory DIR, as SVG files that text and markdown"
                    + " reports point to.")
    private String diagrams;

    @Option(names = "--annotate", paramLabel = "OUT.pcapng",
            description = "Write the capture again as pcapng with the verdict as a comment on each reset and on the packet that it answers,"
                    + " for Wireshark. All else stays as it was.")
    private String annotate;

    AnalyzeCommand(OutputStream out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<CaptureFile> inputs = inputs();
        Filter chosen = filter();
        Severity lowest = failOn();
        if (follow) {
            return follow(inputs, chosen, lowest);
        }
        if (limits.given()) {
            throw wrong("--count and --duration go with --follow");
        }
        Extensions<Reporter> reporters = Extensions.read(Extensions.REPORTERS, Reporter.class);
        Contribution<Reporter> reporter = reporters.find(format).orElseThrow(() -> wrong("--format: '" + format + "' is none of "
                + reporters.all().stream().map(Contribution::id).collect(Collectors.joining(", "))));
        ReportOutput report = output(inputs);
        ReportOptions.Table rows = table();
        Annotation annotation = annotation(inputs);
        Diagrams drawings = diagrams(inputs);

        KnownPath known = path.known(inputs);
        List<DeviceProfile> devices = Stream.concat(router.devices().stream(), known.profiles().stream()).distinct().toList();
        List<Path> logFiles = logs();
        Configurations configurations = new Configurations();
        ConfigurationFiles rules = new ConfigurationFiles(err);
        rules.read(Stream.concat(firewalls.stream(), known.rules().stream()).distinct().toList(), configurations);
        if (rules.unreadable()) {
            return ExitCodes.UNREADABLE;
        }
        boolean wholeRules = true;
        for (ConfiguredDevice device : configurations.devices(rules.texts())) {
            rules.tell(device.problems());
            wholeRules &= device.problems().isEmpty();
        }
        rules.finish();

        Settings settings = new Settings(join, null, rules.texts(), circumstances.circumstances(), devices, known.order(), known.devices());
        Analysis analysis = chosen.apply(analyze(inputs, logFiles, settings).withDevices(known.devices()));
        new Diagnostics(err).tell(analysis);
        Diagrams.Outcome drawn = drawings == null ? new Diagrams.Outcome(Map.of(), ExitCodes.OK)
                : new ProcessContext(out, err, terminal).cancellable(monitor -> drawings.draw(analysis, monitor));
        int annotated = annotation == null ? ExitCodes.OK
                : new ProcessContext(out, err, terminal).cancellable(monitor -> annotation.write(analysis, monitor));
        DrawingProblems missing = new DrawingProblems(err);
        boolean written = new ProcessContext(out, err, terminal).cancellable(monitor -> write(analysis, reporter, report,
                options(drawn.files()).with(rows).with(new ReportDrawings(analysis, monitor, text -> missing.tell(text, ExitCodes.PARTIAL)))));
        reporters.problems().forEach(p -> err.println("resetscope: " + p.text()));
        int found = exitCode(analysis, lowest, wholeRules);
        return !written ? ExitCodes.INTERNAL_ERROR : found == ExitCodes.UNREADABLE ? found : Math.max(Math.max(found, annotated), Math.max(drawn.exit(), missing.exit()));
    }

    private int follow(List<CaptureFile> inputs, Filter chosen, Severity lowest) throws IOException {
        boolean json = format.equals("json");
        if (!json && !format.equals("text")) {
            throw wrong("--follow: '" + format + "' can be written only when the capture has ended; text and json can before");
        }
        if (inputs.size() != 1 || inputs.get(0).point() != null || join) {
            throw wrong("--follow: follows one capture, without --point and --join");
        }
        path.known(inputs); // there are no points
        if (!firewalls.isEmpty() || !logs.isEmpty() || output != null || diagrams != null || annotate != null) {
            throw wrong("--follow: --firewall, --log, --output, --diagrams and --annotate take a capture that has ended");
        }
        ProcessContext context = new ProcessContext(out, err, terminal);
        return Follow.run(inputs.get(0).file(), router.devices(), new Watch(context, limits, json, chosen::matches, lowest), context);
    }

    private Analysis analyze(List<CaptureFile> inputs, List<Path> logFiles, Settings settings) {
        return new ProcessContext(out, err, terminal)
                .cancellable(monitor -> {
                    SubMonitor progress = SubMonitor.convert(monitor, logFiles.isEmpty() ? 1 : 2);
                    Analysis captures = new ResetScope().analyze(inputs, settings, progress.newChild(1));
                    return logFiles.isEmpty() ? captures : EndpointLogs.join(captures, logFiles, progress.newChild(1));
                });
    }

    private ReportOptions options(Map<String, String> drawn) {
        boolean colour = output == null && terminal.output() && System.getenv("NO_COLOR") == null;
        return new ReportOptions(colour, terminal.width(), drawn, Drawings.NONE, ReportOptions.Table.RESETS);
    }

    /** Tells why and answers false where the report is not there. */
    private boolean write(Analysis analysis, Contribution<Reporter> reporter, ReportOutput report, ReportOptions options) {
        try {
            report.write(writer -> reporter.callIo(r -> {
                r.write(analysis, writer, options);
                return null;
            }, null));
        } catch (IOException e) {
            if (output == null && BrokenPipe.is(e)) {
                return true; // "| head" has seen enough
            }
            err.println("resetscope: the report cannot be written" + (output == null ? "" : " to " + output) + ": " + e.getMessage());
            return false;
        }
        return !reporter.failed();
    }

    /**
     * @param lowest severity that counts as a finding, or null
     * @param wholeRules whether all of the firewalls' rules could be read
     */
    private static int exitCode(Analysis analysis, Severity lowest, boolean wholeRules) {
        if (analysis.captures().stream().anyMatch(c -> !c.readable()) && !analysis.cancelled()) {
            return ExitCodes.UNREADABLE;
        }
        if (analysis.partial() || !wholeRules) {
            return ExitCodes.PARTIAL;
        }
        boolean findings = lowest != null && analysis.resets().stream().anyMatch(r -> Severity.of(r).compareTo(lowest) >= 0);
        return findings ? ExitCodes.FINDINGS : ExitCodes.OK;
    }

    private List<CaptureFile> inputs() {
        List<CaptureFile> inputs = captures.inputs(join);
        if (inputs.stream().anyMatch(i -> i.file().equals(CaptureInputs.STDIN)) && firewalls.contains(CaptureInputs.STDIN)) {
            throw wrong("\"-\" is there twice, but there is one standard input");
        }
        return inputs;
    }

    private List<Path> logs() {
        List<Path> given = new ArrayList<>();
        for (String log : logs) {
            Path file = new File(log).toPath();
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw wrong("--log: '" + log + "' cannot be read");
            }
            given.add(file);
        }
        return given;
    }

    private Filter filter() {
        try {
            return Filter.parse(filter);
        } catch (Filter.SyntaxException e) {
            throw wrong("--filter: " + e.getMessage() + ", at column " + e.column() + System.lineSeparator() + "  " + filter
                    + System.lineSeparator() + "  " + " ".repeat(e.column() - 1) + "^");
        }
    }

    private ReportOptions.Table table() {
        ReportOptions.Table rows = Arrays.stream(ReportOptions.Table.values()).filter(t -> t.name().equalsIgnoreCase(table)).findFirst()
                .orElseThrow(() -> wrong("--table: '" + table + "' is none of resets, hosts, services, causes, times"));
        if (rows != ReportOptions.Table.RESETS && !format.equals("csv")) {
            throw wrong("--table: only --format csv has tables of " + table + "; the other formats tell all of them");
        }
        return rows;
    }

    private Severity failOn() {
        if (failOn == null) {
            return null;
        }
        return Arrays.stream(Severity.values()).filter(s -> s.id().equalsIgnoreCase(failOn)).findFirst()
                .orElseThrow(() -> wrong("--fail-on: '" + failOn + "' is none of info, warning, error"));
    }

    /** Refuses at once what would fail, or do harm, after a long analysis. */
    private ReportOutput output(List<CaptureFile> inputs) throws IOException {
        if (output == null) {
            return ReportOutput.to(out, format.equals("text") ? terminal.charset() : StandardCharsets.UTF_8);
        }
        Path file = new File(output).toPath();
        Path directory = file.toAbsolutePath().getParent();
        if (output.isEmpty() || Files.isDirectory(file)) {
            throw wrong("--output: '" + output + "' is a directory");
        }
        if (directory == null || !Files.isDirectory(directory)) {
            throw wrong("--output: there is no directory " + directory);
        }
        for (CaptureFile input : inputs) {
            Path capture = new File(input.file()).toPath();
            if (Files.isRegularFile(capture) && Files.exists(file) && Files.isSameFile(capture, file)) {
                throw wrong("--output: '" + output + "' is one of the captures");
            }
        }
        return ReportOutput.to(file);
    }

    private Annotation annotation(List<CaptureFile> inputs) {
        try {
            return annotate == null ? null : new Annotation(annotate, inputs, err);
        } catch (IOException e) {
            throw wrong("--annotate: " + e.getMessage());
        }
    }

    /** As with --output: what cannot work is said before the work. */
    private Diagrams diagrams(List<CaptureFile> inputs) {
        if (diagrams == null) {
            return null;
        }
        if (inputs.stream().anyMatch(i -> i.file().equals("-"))) {
            throw wrong("--diagrams: standard input cannot be read a second time; save the packets to a file first");
        }
        try {
            return new Diagrams(diagrams, output, err);
        } catch (IOException e) {
            throw wrong("--diagrams: " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
