package org.resetscope.routers.internal.advice;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.resetscope.cli.CaptureInputs;
import org.resetscope.cli.CommandContext;
import org.resetscope.cli.ContributedCommand;
import org.resetscope.cli.ExitCodes;
import org.resetscope.cli.RouterOption;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.device.IdleTimeouts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints configuration that would have prevented the resets of some captures. */
@Command(name = "advise", sortOptions = false,
        description = "Computes keepalive and time-out values that would have prevented the resets of idle connections in captures, and prints"
                + " them as configuration.",
        footer = { "", "Exit codes: 0 done (also where no timer caused a reset: that is told), 2 wrong usage, 3 a capture could not be read at"
                + " all, 4 partial: a capture is truncated, Ctrl+C, or a plug-in failed" })
public final class AdviseCommand implements ContributedCommand {

    private static final String ALL = "all";

    private CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CaptureInputs captures = new CaptureInputs();

    @Option(names = "--for", paramLabel = "TARGET", split = ",", defaultValue = "linux",
            description = "What you run, several with commas: linux, nginx, ...; 'all' for all. Default: ${DEFAULT-VALUE}.")
    private List<String> targets = new ArrayList<>();

    @Mixin
    private RouterOption router = new RouterOption();

    @Override
    public void init(CommandContext surroundings) {
        context = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Templates templates = Templates.read();
        List<Template> chosen = chosen(templates);
        Settings settings = Settings.DEFAULT.withDevices(router.devices());
        List<CaptureFile> inputs = captures.inputs(false);
        Analysis analysis = context.cancellable(monitor -> new ResetScope().analyze(inputs, settings, monitor));
        tell(analysis, templates);
        List<Case> cases = Case.of(analysis, () -> IdleTimeouts.of(DeviceProfiles.read().all()));
        Writer out = new BufferedWriter(new OutputStreamWriter(context.out(), context.charset()));
        write(cases, chosen, templates, out);
        out.flush();
        boolean unreadable = analysis.captures().stream().anyMatch(c -> !c.readable()) && !analysis.cancelled();
        return unreadable ? ExitCodes.UNREADABLE : analysis.partial() || !templates.problems().isEmpty() ? ExitCodes.PARTIAL : ExitCodes.OK;
    }

    private List<Template> chosen(Templates templates) {
        Set<String> wanted = new LinkedHashSet<>(targets);
        if (wanted.contains(ALL)) {
            return templates.all();
        }
        for (String target : wanted) {
            if (!templates.targets().contains(target)) {
                throw new ParameterException(spec.commandLine(), "--for: '" + target + "' is none of "
                        + String.join(", ", templates.targets()) + ", " + ALL);
            }
        }
        return templates.all().stream().filter(t -> wanted.contains(t.target())).toList();
    }

    private void tell(Analysis analysis, Templates templates) {
        if (analysis.cancelled()) {
            complain("cancelled: the advice stands on what was read until then");
        }
        templates.problems().forEach(p -> complain(p.text()));
        analysis.problems().forEach(p -> complain(p.text()));
        analysis.captures().forEach(c -> c.problems().forEach(p -> complain(c.file() + ": " + p.text())));
    }

    private void complain(String text) {
        context.err().println("resetscope: " + text.replaceAll("\\p{Cntrl}", "?"));
    }

    private static void write(List<Case> cases, List<Template> chosen, Templates templates, Writer out) throws IOException {
        if (cases.isEmpty()) {
            out.write(Words.NO_TIMER + "\n");
            return;
        }
        int number = 1;
        for (Case c : cases) {
            out.write((number > 1 ? "\n" : "") + number++ + ". " + Words.cut(c) + "\n");
            for (String value : Words.values(c)) {
                out.write("   - " + value + "\n");
            }
            if (c.limit() >= Timing.SHORTEST) {
                for (Template template : chosen) {
                    write(template, template.fill(Timing.within(c.limit(), c.longest()), c.servers()), out);
                }
            }
        }
        String others = templates.targets().stream().filter(t -> chosen.stream().noneMatch(c -> c.target().equals(t)))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            out.write("\nAlso for (--for): " + others + "\n");
        }
    }

    private static void write(Template template, Template.Filled filled, Writer out) throws IOException {
        out.write("\n--- " + template.target() + ": " + template.title() + "; " + template.where() + "\n");
        out.write(filled.text() + "\n");
        for (String note : filled.notes()) {
            out.write("--- note: " + note + "\n");
        }
        out.write("--- trade-off: " + template.tradeOff() + "\n--- source: " + template.source() + "\n");
    }
}
