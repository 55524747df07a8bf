package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Place;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;

/** ORD-001: is a SYN dropped before conntrack because it is INVALID still? */
final class DropBeforeConntrack implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        Set<Source> told = new HashSet<>();
        for (Journey journey : List.of(Journey.IN, Journey.OUT)) {
            for (Outcome drop : scene.evaluator().askBeforeConntrack(journey, Kinds.SYN, scene.links(journey))) {
                Place chosen = drop.packets().path().newestFirst().stream().filter(s -> s.rule() != null && Scene.meansInvalid(s.rule()))
                        .map(s -> new Place(s.table(), s.chain(), s.rule())).findFirst().orElse(null);
                if (drop.verdict() == Verdict.DROP && chosen != null && told.add(chosen.rule().source())) {
                    Hook hook = journey == Journey.IN ? Hook.PREROUTING : Hook.OUTPUT;
                    findings.add(Findings.of("ORD-001", drop.packets().certain(),
                            "conntrack looks at packets after this rule: every packet" + RegionWords.of(drop.packets().region(), scene.links(journey))
                                    + " is INVALID here and is dropped" + Findings.assumptions(drop) + ", so no connection opens.",
                            chosen.rule().source(), drop.packets().path().steps(), scene.fixes().move(chosen, hook, Remedy.DROP_INVALID,
                                    "Drop INVALID in " + hook + " after conntrack instead")));
                }
            }
        }
        return findings;
    }
}
