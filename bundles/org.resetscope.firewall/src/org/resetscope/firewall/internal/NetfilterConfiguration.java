package org.resetscope.firewall.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.Configuration;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.LintResult;
import org.resetscope.core.configuration.OutlineEntry;
import org.resetscope.core.configuration.Replay;
import org.resetscope.core.configuration.ReplayRequest;
import org.resetscope.core.configuration.TraceAnswer;
import org.resetscope.core.configuration.TraceQuestion;
import org.resetscope.core.configuration.TransitReplay;
import org.resetscope.core.configuration.TransitRequest;
import org.resetscope.core.configuration.UnclearQuestionException;
import org.resetscope.firewall.internal.lint.Linter;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Table;
import org.resetscope.firewall.internal.read.Problems;
import org.resetscope.firewall.internal.read.SysctlReader;
import org.resetscope.firewall.internal.replay.NetfilterReplay;
import org.resetscope.firewall.internal.replay.NetfilterTransitReplay;
import org.resetscope.firewall.internal.trace.Tracer;

/** A machine's rules. */
final class NetfilterConfiguration implements Configuration {

    private final Ruleset rules;
    private final List<ConfigurationProblem> problems;
    private final String file;
    private final SysctlReader sysctl;
    private final Map<String, String> texts;

    /**
     * What was read.
     *
     * @param file named where a problem is of no single line
     * @param texts all of them by name
     */
    NetfilterConfiguration(Ruleset rules, SysctlReader sysctl, Problems problems, String file, Map<String, String> texts) {
        this.texts = texts;
        this.rules = rules;
        this.sysctl = sysctl;
        this.problems = problems.all();
        this.file = file;
    }

    @Override
    public Set<String> parts() {
        return rules.tables().stream().flatMap(NetfilterConfiguration::parts).collect(Collectors.toSet());
    }

    /** Of a table that several files fill, what comes from this one: its chains that have rules. */
    private static Stream<String> parts(Table table) {
        String name = table.family().id() + " " + table.name();
        Chain input = table.chains().get("INPUT");
        boolean filled = input != null && !input.rules().isEmpty() && input.rules().get(0).source().file() == null;
        return !filled ? Stream.of(name) : table.chains().values().stream()
                .filter(c -> c.rules().stream().anyMatch(r -> r.source().file() != null)).map(c -> name + " " + c.name());
    }

    @Override
    public List<ConfigurationProblem> problems() {
        return problems;
    }

    @Override
    public List<OutlineEntry> outline() {
        return Outline.of(rules);
    }

    @Override
    public LintResult lint(Circumstances circumstances, IProgressMonitor monitor) {
        return Linter.lint(rules, file, merged(circumstances), sysctl.places(), texts, monitor);
    }

    @Override
    public TraceAnswer trace(TraceQuestion question) throws UnclearQuestionException {
        return Tracer.trace(rules, new TraceQuestion(question.packet(), question.from(), question.in(), question.out(), question.source(),
                question.destination(), question.state(), question.topology(), merged(question.circumstances())));
    }

    @Override
    public Replay replay(ReplayRequest request) {
        return new NetfilterReplay(rules, merged(request.circumstances()), request);
    }

    @Override
    public TransitReplay replay(TransitRequest request) {
        return new NetfilterTransitReplay(rules, merged(request.circumstances()), request);
    }

    /** What the asker says goes before what the files say. */
    private Circumstances merged(Circumstances asked) {
        Map<String, String> settings = new HashMap<>(sysctl.settings());
        settings.putAll(asked.settings());
        return new Circumstances(settings, asked.kernel());
    }
}
