package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.core.configuration.PathStep;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;

/** OUT-001: is a connection attempt answered with a reset that OUTPUT then drops? */
final class SwallowedReset implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        Set<Source> told = new HashSet<>();
        for (Journey journey : List.of(Journey.IN, Journey.FORWARD)) {
            for (Outcome reset : scene.outcomes(journey, Kinds.SYN, scene.links(journey), Verdict.RESET)) {
                List<Outcome> fates = scene.evaluator().ask(Journey.OUT, Kinds.reset(CtState.RELATED), reset.packets().region().reversed());
                boolean swallowed = !fates.isEmpty() && fates.stream().allMatch(o -> o.verdict() == Verdict.DROP);
                if (swallowed && told.add(reset.rule().source())) {
                    findings.add(finding(scene, journey, reset, fates.get(0)));
                }
            }
        }
        return findings;
    }

    private static ConfigurationFinding finding(Scene scene, Journey journey, Outcome reset, Outcome drop) {
        List<PathStep> witness = new ArrayList<>(reset.packets().path().steps());
        List<PathStep> after = drop.packets().path().steps();
        witness.addAll(after);
        String where = after.isEmpty() || after.get(after.size() - 1).file() == null ? ""
                : " (line " + after.get(after.size() - 1).line() + ")";
        List<Fix> fixes = scene.fixes().first(reset.table(), Hook.OUTPUT, Remedy.LET_RESETS_OUT, "Let resets out");
        return Findings.of("OUT-001", scene.certain(journey, Kinds.SYN, reset) && drop.packets().certain(),
                "The reset that this rule answers connection attempts with is dropped on its way out" + where
                        + ": the client waits for a time-out instead of being refused.",
                reset.rule().source(), witness, fixes);
    }
}
