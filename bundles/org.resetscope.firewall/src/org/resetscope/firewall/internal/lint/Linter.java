package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.LintResult;
import org.resetscope.firewall.internal.evaluate.Budget;
import org.resetscope.firewall.internal.evaluate.Evaluator;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Source;

/** Puts every question to a rule set. */
public final class Linter {

    /** Comparisons of packets with rules for each family; some ten seconds. */
    private static final long WORK = 50_000_000;

    private static final List<Check> CHECKS = List.of(new InvalidReset(), new PickUpReset(), new SourceNat(), new DestinationNat(),
            new DropBeforeConntrack(), new SwallowedReset(), new BlackHole(), new StrictReset(), new AcceptNotFinal(), new LeakedSource(), new ShortTimeouts(),
            new RandomPorts(), new Hairpin(), new UntrackedReset(), new HalfTracked(), new SynProxyOrder(), new LimitReset(), new StatelessReset(),
            new AsymmetricReset(), new IcmpRefusal(), new KernelSettings(), new ForwardingNotes());

    private Linter() {
    }

    public static LintResult lint(Ruleset rules, String file, Circumstances circumstances, Map<String, Source> settingPlaces,
            IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, "Checking firewall rules", rules.families().size() * CHECKS.size());
        Map<String, ConfigurationFinding> found = new LinkedHashMap<>();
        List<ConfigurationProblem> problems = new ArrayList<>();
        for (Family family : rules.families()) {
            Budget budget = new Budget(WORK, progress);
            Scene scene = new Scene(rules, family, new Evaluator(rules, family, budget), circumstances, settingPlaces, file);
            for (Check check : CHECKS) {
                check.examine(scene).forEach(f -> found.merge(key(f), f, (a, b) -> !a.certain() && b.certain() ? b : a));
                progress.split(1);
            }
            if (budget.spent()) {
                problems.add(new ConfigurationProblem("too-complex",
                        "the rules are too many, or too entangled, to follow every packet: findings may be missing", file, 1, 1));
            }
        }
        List<ConfigurationFinding> findings = new ArrayList<>(found.values());
        findings.sort(Comparator.comparing(ConfigurationFinding::file).thenComparingInt(ConfigurationFinding::line)
                .thenComparing(ConfigurationFinding::check));
        return new LintResult(findings, problems);
    }

    /** A rule for both families, or a rule that packets reach by several ways, is told once for each check. */
    private static String key(ConfigurationFinding finding) {
        return finding.check() + " " + finding.file() + ":" + finding.line() + ":" + finding.column();
    }
}
