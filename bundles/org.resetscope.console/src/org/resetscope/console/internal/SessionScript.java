package org.resetscope.console.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.resetscope.console.Table;
import org.resetscope.core.Analysis;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.TraceAnswer;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.filter.Filter;
import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.model.Reset;

import groovy.lang.Script;

/** What every script can do: the verbs of the console. */
public abstract class SessionScript extends Script {

    private SessionContext context;

    void connect(SessionContext to) {
        context = to;
    }

    /** Reads and explains captures and keeps them open. */
    public Analysis open(Object... files) {
        return new Reading(context.open(), context.output()).open(Inputs.of("open", files), context.monitor());
    }

    /** As open, without keeping. */
    public Analysis analyze(Object... files) {
        return new Reading(context.open(), context.output()).analyze(Inputs.of("analyze", files), context.monitor());
    }

    /** Adds what logs of endpoints and devices say of its resets: {@code joinLogs analysis, 'nginx.log'}. */
    public Analysis joinLogs(Analysis analysis, Object... logs) {
        return new Reading(context.open(), context.output()).join(analysis, Inputs.logs("joinLogs", logs), context.monitor());
    }

    public void close(Analysis analysis) {
        context.open().close(analysis);
    }

    public Analysis filter(Analysis analysis, CharSequence filter) {
        return filter(filter).apply(analysis);
    }

    public List<Reset> filter(Iterable<Reset> resets, CharSequence filter) {
        Filter chosen = filter(filter);
        List<Reset> matching = new ArrayList<>();
        resets.forEach(reset -> {
            if (chosen.matches(reset)) {
                matching.add(reset);
            }
        });
        return matching;
    }

    private static Filter filter(CharSequence text) {
        try {
            return Filter.parse(text.toString());
        } catch (Filter.SyntaxException e) {
            throw new VerbException("filter: " + e.getMessage() + ", at column " + e.column() + " of " + text);
        }
    }

    public Table table(Object... rowsAndColumns) {
        return Tables.of(rowsAndColumns);
    }

    public void show(Object value) {
        context.output().show(value);
    }

    /** Shows what is believed of a reset, and why. */
    public void explain(Reset reset) throws IOException {
        Analysis of = analysisOf(reset).orElse(new Analysis(List.of(), List.of(reset), List.of(), false));
        context.output().text(new Reports().explain(of, reset));
    }

    /** The segments of its connection, around it. */
    public List<FlowPacket> packets(Reset reset) throws IOException {
        return new Connections(of("packets", reset), context.output()).packets(reset, context.monitor());
    }

    /** Shows the diagram's words. */
    public void draw(Reset reset) throws IOException {
        new Connections(of("draw", reset), context.output()).describe(reset, context.monitor());
    }

    /** Draws into an SVG file. */
    public void draw(Reset reset, CharSequence file) throws IOException {
        new Connections(of("draw", reset), context.output()).draw(reset, Inputs.home(file.toString()), context.monitor());
    }

    private Optional<Analysis> analysisOf(Reset reset) {
        // ids are unique only within one analysis
        return context.open().all().stream().filter(a -> a.resets().stream().anyMatch(r -> r == reset)).findFirst();
    }

    private Analysis of(String verb, Reset reset) {
        return analysisOf(reset).orElseThrow(() -> new VerbException(verb + ": " + reset.id() + " belongs to no open capture; open it first"));
    }

    /** Faults of firewall configurations; what could not be judged is told. */
    public List<ConfigurationFinding> lint(Object... files) {
        return new Rules("lint", files, context.output()).lint(context.monitor());
    }

    /** Follows one packet through rules: {@code trace 'rules.v4', packet: 'over-window'}. */
    public TraceAnswer trace(Object... filesAndQuestion) {
        return new Rules("trace", filesAndQuestion, context.output()).trace();
    }

    /** Device profiles in which all these words occur. */
    public List<DeviceProfile> routers(CharSequence words) {
        return DeviceProfiles.read().search(words.toString());
    }

    /** The value as a machine reads it. */
    public String json(Object value) throws IOException {
        return Json.text(value);
    }

    public void export(Analysis analysis, CharSequence file) throws IOException {
        new Reports().export(analysis, file.toString(), null);
    }

    /** {@code export(analysis, 'x.out', format: 'json')} */
    public void export(Map<String, ?> options, Analysis analysis, CharSequence file) throws IOException {
        new Reports().export(analysis, file.toString(), options.get("format") == null ? null : options.get("format").toString());
    }

    public void help() {
        context.output().text(new Help(context.names()).all());
    }

    /** On one name; a script may leave out its quotes. */
    public void help(CharSequence name) {
        context.output().text(new Help(context.names()).on(name.toString()));
    }

    /** So that "help" alone helps. */
    public Object getHelp() {
        help();
        return null;
    }

    @Override
    public void print(Object value) {
        context.output().text(Display.text(value));
    }

    @Override
    public void println(Object value) {
        Table table = Display.records(value);
        if (table != null) {
            context.output().table(table);
        } else {
            context.output().text(Display.text(value) + "\n");
        }
    }

    @Override
    public void println() {
        context.output().text("\n");
    }

    @Override
    public void printf(String format, Object value) {
        printf(format, new Object[] { value });
    }

    @Override
    public void printf(String format, Object[] values) {
        context.output().text(String.format(format, values));
    }
}
