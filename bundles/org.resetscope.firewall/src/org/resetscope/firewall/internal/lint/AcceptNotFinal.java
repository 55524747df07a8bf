package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.PathStep;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Source;

/** ORD-002: is a segment of an open connection accepted by a rule, and then reset by a later base chain of the same hook? */
final class AcceptNotFinal implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        Set<Source> told = new HashSet<>();
        for (Journey journey : Journey.values()) {
            for (Outcome reset : scene.outcomes(journey, Kinds.ESTABLISHED, scene.links(journey), Verdict.RESET)) {
                PathStep accept = accept(reset);
                if (accept != null && told.add(reset.rule().source())) {
                    findings.add(Findings.of("ORD-002", scene.certain(journey, Kinds.ESTABLISHED, reset),
                            "Segments of open connections that line " + accept.line() + " accepts are answered with a TCP reset here"
                                    + Findings.assumptions(reset) + ": accepting ends one base chain (" + accept.table() + " " + accept.chain()
                                    + "), and this one is asked after it.",
                            reset.rule().source(), reset.packets().path().steps(), scene.fixes().before(Findings.place(reset), Remedy.ACCEPT_ESTABLISHED,
                                    "Accept segments of open connections before this rule")));
                }
            }
        }
        return findings;
    }

    /** The step at which a rule accepted packets, in the hook whose later chain took them; null where none did. */
    static PathStep accept(Outcome taken) {
        List<PathStep> steps = taken.packets().path().steps();
        PathStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        return steps.stream().filter(s -> s.hook().equals(last.hook()) && s.effect().equals("accept")).findFirst().orElse(null);
    }
}
