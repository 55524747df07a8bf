package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;

/** ORD-001: is a SYN dropped before conntrack because it is INVALID still? */
final class DropBeforeConntrack implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        Set<Source> told = new HashSet<>();
        for (Journey journey : List.of(Journey.IN, Journey.OUT)) {
            for (Outcome drop : scene.evaluator().askBeforeConntrack(journey, Kinds.SYN, scene.links(journey))) {
                Rule chosen = drop.packets().path().newestFirst().stream().map(s -> s.rule())
                        .filter(r -> r != null && Scene.meansInvalid(r)).findFirst().orElse(null);
                if (drop.verdict() == Verdict.DROP && chosen != null && told.add(chosen.source())) {
                    Hook hook = journey == Journey.IN ? Hook.PREROUTING : Hook.OUTPUT;
                    findings.add(Findings.of("ORD-001", drop.packets().certain(),
                            "conntrack looks at packets after this rule: every packet" + RegionWords.of(drop.packets().region(), scene.links(journey))
                                    + " is INVALID here and is dropped" + Findings.assumptions(drop) + ", so no connection opens.",
                            chosen.source(), drop.packets().path().steps(), Fixes.move(scene, drop.table(), chosen, hook, Remedy.DROP_INVALID,
                                    "Drop INVALID in " + hook + " after conntrack instead")));
                }
            }
        }
        return findings;
    }
}
