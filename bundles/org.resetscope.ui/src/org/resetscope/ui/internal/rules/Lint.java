package org.resetscope.ui.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationCheck;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.core.configuration.ConfiguredDevice;
import org.resetscope.core.configuration.LintResult;
import org.resetscope.core.configuration.OutlineEntry;

/**
 * What the installed plug-ins say of a text.
 *
 * @param known whether any of them knows its format
 * @param outline its parts
 */
record Lint(boolean known, List<Found> found, List<OutlineEntry> outline) {

    static Lint of(ConfigurationText text, IProgressMonitor monitor) {
        Configurations configurations = new Configurations();
        Optional<ConfiguredDevice> device = configurations.device(List.of(text));
        List<Found> found = new ArrayList<>();
        if (device.isPresent()) {
            var checks = configurations.checks().stream().collect(Collectors.toMap(ConfigurationCheck::id, Function.identity(), (a, b) -> a));
            device.get().problems().forEach(p -> found.add(found(p)));
            LintResult result = device.get().lint(Circumstances.USUAL, monitor);
            result.problems().forEach(p -> found.add(found(p)));
            result.findings().forEach(f -> found.add(found(f, checks.get(f.check()))));
        }
        configurations.problems().forEach(p -> found.add(new Found(Level.WARNING, "A plug-in failed", p.text(), p.text(), 1, 1, 1, List.of())));
        found.sort((a, b) -> a.line() != b.line() ? Integer.compare(a.line(), b.line()) : Integer.compare(a.column(), b.column()));
        return new Lint(device.isPresent(), List.copyOf(found), device.map(ConfiguredDevice::outline).orElse(List.of()));
    }

    /** Findings of a level. */
    long count(Level level) {
        return found.stream().filter(f -> f.level() == level).count();
    }

    private static Found found(ConfigurationProblem problem) {
        return new Found(Level.WARNING, "Not understood", problem.text(), "Not understood\n\n" + Wrap.lines(problem.text()), problem.line(),
                problem.column(), problem.column(), List.of());
    }

    private static Found found(ConfigurationFinding finding, ConfigurationCheck check) {
        String title = finding.check() + (check == null ? "" : ": " + check.title());
        return new Found(finding.level(), title, finding.message(), Details.of(finding, title), finding.line(), finding.column(),
                finding.endColumn(), finding.fixes());
    }
}
