package org.resetscope.firewall.internal.lint;

import java.util.List;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Verdict;

/** REJ-001: is a connection attempt refused by ICMP? Nothing is reset then. */
final class IcmpRefusal implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        for (Journey journey : List.of(Journey.IN, Journey.FORWARD)) {
            for (Outcome refusal : scene.outcomes(journey, Kinds.SYN, scene.links(journey), Verdict.ICMP)) {
                return List.of(Findings.of("REJ-001", scene.certain(journey, Kinds.SYN, refusal),
                        "This answers with an ICMP error, not with a TCP reset: a connection attempt is refused, an open connection survives it.",
                        refusal.rule().source(), refusal.packets().path().steps(), List.of()));
            }
        }
        return List.of();
    }
}
