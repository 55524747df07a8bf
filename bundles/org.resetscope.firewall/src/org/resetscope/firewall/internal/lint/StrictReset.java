package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Source;

/** RST-008: with nf_conntrack_tcp_loose=0, does a segment of a connection that conntrack has forgotten meet a reset? */
final class StrictReset implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (scene.loose()) {
            return findings;
        }
        Set<Source> told = new HashSet<>();
        for (Journey journey : List.of(Journey.IN, Journey.FORWARD)) {
            Region links = scene.links(journey);
            List<Outcome> opened = scene.accepted(journey, Kinds.SYN, links);
            for (Outcome reset : scene.outcomes(journey, Kinds.INVALID, links, Verdict.RESET)) {
                Outcome same = Scene.sameFlow(reset, opened);
                if (same == null || scene.resetLeaves(reset.packets().region(), CtState.INVALID).isEmpty() || !told.add(reset.rule().source())) {
                    continue;
                }
                findings.add(Findings.of("RST-008", scene.certain(journey, Kinds.INVALID, reset) && scene.certain(journey, Kinds.SYN, same),
                        "With nf_conntrack_tcp_loose=0 the next segment of a connection that conntrack has forgotten is INVALID, and is answered with "
                                + "a TCP reset here" + Findings.assumptions(reset) + ".",
                        reset.rule().source(), reset.packets().path().steps(),
                        scene.fixes().before(Findings.place(reset), Remedy.DROP_INVALID, "Drop INVALID before this rule")));
            }
        }
        return findings;
    }
}
