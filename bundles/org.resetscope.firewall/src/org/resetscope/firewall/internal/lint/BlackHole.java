package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.PacketKind;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.Source;

/** RST-007: a connection may be opened here, but once conntrack has forgotten it, its segments are dropped: it stalls. */
final class BlackHole implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        Set<Source> told = new HashSet<>();
        PacketKind kind = scene.loose() ? Kinds.MIDSTREAM : Kinds.INVALID;
        for (Journey journey : List.of(Journey.IN, Journey.FORWARD)) {
            Region links = scene.links(journey);
            List<Outcome> opened = scene.accepted(journey, Kinds.SYN, links);
            Map<Source, Set<Region>> closed = new HashMap<>();
            scene.outcomes(journey, Kinds.SYN, links, Verdict.DROP)
                    .forEach(o -> closed.computeIfAbsent(place(o), s -> new HashSet<>()).add(o.packets().region()));
            for (Outcome drop : scene.outcomes(journey, kind, links, Verdict.DROP)) {
                // most rules drop SYNs as well: no connection opens there
                if (told.contains(place(drop)) || closed.getOrDefault(place(drop), Set.of()).contains(drop.packets().region())) {
                    continue;
                }
                Outcome same = Scene.sameFlow(drop, opened);
                Source place = place(drop);
                if (same != null && told.add(place)) {
                    Region region = drop.packets().region().intersect(same.packets().region());
                    findings.add(Findings.of("RST-007", scene.certain(journey, kind, drop) && scene.certain(journey, Kinds.SYN, same),
                            "When conntrack has forgotten a connection" + RegionWords.of(region, links) + ", its next segment "
                                    + (scene.loose() ? "counts as NEW without being a SYN" : "is INVALID (nf_conntrack_tcp_loose=0)")
                                    + " and is dropped here" + Findings.assumptions(drop) + ": both ends wait until they give up.",
                            scene.shown(place), drop.packets().path().steps(), List.of()));
                }
            }
        }
        return findings;
    }

    /** The rule, or the policy, that took packets. */
    private static Source place(Outcome drop) {
        return drop.rule() == null ? drop.packets().path().newestFirst().get(0).source() : drop.rule().source();
    }
}
