package org.resetscope.core.configuration;

import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.extension.Contribution;

/** A device's configuration, guarded: a plug-in that fails gives empty answers and is told by {@link Configurations#problems()}. */
public final class ConfiguredDevice {

    private final Contribution<ConfigurationFormat> format;
    private final Configuration configuration;
    private final List<String> files;

    ConfiguredDevice(Contribution<ConfigurationFormat> format, Configuration configuration, List<ConfigurationText> texts) {
        this.format = format;
        this.configuration = configuration;
        this.files = texts.stream().map(ConfigurationText::name).toList();
    }

    /** Names of the texts that make it up. */
    public List<String> files() {
        return files;
    }

    /** As {@link Configuration#parts()}. */
    public Set<String> parts() {
        return format.call(f -> Set.copyOf(configuration.parts()), Set.of());
    }

    /** As {@link Configuration#problems()}. */
    public List<ConfigurationProblem> problems() {
        return format.call(f -> List.copyOf(configuration.problems()), List.of());
    }

    /** As {@link Configuration#outline()}. */
    public List<OutlineEntry> outline() {
        return format.call(f -> List.copyOf(configuration.outline()), List.of());
    }

    /** As {@link Configuration#lint(Circumstances, IProgressMonitor)}. */
    public LintResult lint(Circumstances circumstances, IProgressMonitor monitor) {
        return format.call(f -> configuration.lint(circumstances, monitor), new LintResult(List.of(), List.of()));
    }

    /**
     * As {@link Configuration#trace(TraceQuestion)}.
     *
     * @return null where the plug-in failed
     */
    public TraceAnswer trace(TraceQuestion question) throws UnclearQuestionException {
        UnclearQuestionException[] unclear = new UnclearQuestionException[1];
        TraceAnswer answer = format.call(f -> {
            try {
                return configuration.trace(question);
            } catch (UnclearQuestionException e) {
                unclear[0] = e;
                return null;
            }
        }, null);
        if (unclear[0] != null) {
            throw unclear[0];
        }
        return answer;
    }

    /** As {@link Configuration#replay(ReplayRequest)}, guarded likewise. */
    public Replay replay(ReplayRequest request) {
        Replay replay = format.call(f -> configuration.replay(request), null);
        return replay == null ? null : new GuardedReplay(format, replay, request.capture(), String.join(", ", files));
    }

    /** As {@link Configuration#replay(TransitRequest)}, guarded likewise. */
    public TransitReplay replay(TransitRequest request) {
        TransitReplay replay = format.call(f -> configuration.replay(request), null);
        return replay == null ? null : new GuardedTransitReplay(format, replay, String.join(", ", files));
    }
}
