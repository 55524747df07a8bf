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
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Source;

/** RST-006: a connection may be opened here, but once conntrack has forgotten it, its next segment meets a reset. */
final class PickUpReset implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (!scene.loose()) {
            return findings; // such segments are INVALID then
        }
        Set<Source> told = new HashSet<>();
        for (Journey journey : List.of(Journey.IN, Journey.FORWARD)) {
            Region links = scene.links(journey);
            List<Outcome> opened = scene.accepted(journey, Kinds.SYN, links);
            for (Outcome reset : scene.outcomes(journey, Kinds.MIDSTREAM, links, Verdict.RESET)) {
                Outcome same = Scene.sameFlow(reset, opened);
                if (same == null || scene.resetLeaves(reset.packets().region(), CtState.RELATED).isEmpty() || !told.add(reset.rule().source())) {
                    continue;
                }
                Region region = reset.packets().region().intersect(same.packets().region());
                findings.add(Findings.of("RST-006", scene.certain(journey, Kinds.MIDSTREAM, reset) && scene.certain(journey, Kinds.SYN, same),
                        "When conntrack has forgotten a connection" + RegionWords.of(region, links)
                                + ", its next segment counts as NEW without being a SYN and is answered with a TCP reset here"
                                + Findings.assumptions(reset) + ".",
                        reset.rule().source(), reset.packets().path().steps(), List.of()));
            }
        }
        return findings;
    }
}
