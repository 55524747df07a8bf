package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.ConfigurationProblem;
import org.resetscope.core.configuration.LintResult;
import org.resetscope.core.configuration.PathStep;
import org.resetscope.firewall.internal.evaluate.Budget;
import org.resetscope.firewall.internal.evaluate.Evaluator;
import org.resetscope.firewall.internal.fix.Fixes;
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
            Map<String, String> texts, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, "Checking firewall rules", rules.families().size() * CHECKS.size());
        Map<String, ConfigurationFinding> found = new LinkedHashMap<>();
        Map<String, Set<Family>> families = new HashMap<>();
        List<ConfigurationProblem> problems = new ArrayList<>();
        for (Family family : rules.families()) {
            Budget budget = new Budget(WORK, progress);
            Scene scene = new Scene(rules, family, new Evaluator(rules, family, budget), circumstances, settingPlaces, file,
                    new Fixes(rules, family, settingPlaces, texts));
            for (Check check : CHECKS) {
                check.examine(scene).forEach(f -> {
                    families.computeIfAbsent(key(f), k -> EnumSet.noneOf(Family.class)).add(family);
                    found.merge(key(f), f, (a, b) -> !a.certain() && b.certain() ? b : a);
                });
                progress.split(1);
            }
            if (budget.spent()) {
                problems.add(new ConfigurationProblem("too-complex",
                        "the rules are too many, or too entangled, to follow every packet: findings may be missing", file, 1, 1));
            }
        }
        List<ConfigurationFinding> findings = new ArrayList<>();
        found.forEach((key, finding) -> findings.add(oneFamily(finding, families.get(key))));
        findings.sort(Comparator.comparing(ConfigurationFinding::file).thenComparingInt(ConfigurationFinding::line)
                .thenComparing(ConfigurationFinding::check));
        return new LintResult(findings, problems);
    }

    /** Says of a rule for both families that it is a fault for one of them alone. */
    private static ConfigurationFinding oneFamily(ConfigurationFinding f, Set<Family> families) {
        PathStep last = f.witness().isEmpty() ? null : f.witness().get(f.witness().size() - 1);
        if (families.size() != 1 || last == null || !last.table().startsWith("inet ")) {
            return f;
        }
        String only = families.contains(Family.IPV4) ? " (IPv4 only)" : " (IPv6 only)";
        return new ConfigurationFinding(f.check(), f.level(), f.certain(), f.message() + only, f.file(), f.line(), f.column(), f.endColumn(), f.witness(),
                f.fixes());
    }

    /** A rule for both families, or a rule that packets reach by several ways, is told once for each check. */
    private static String key(ConfigurationFinding finding) {
        return finding.check() + " " + finding.file() + ":" + finding.line() + ":" + finding.column();
    }
}
