package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;

/** NAT-005: does a connection that conntrack has forgotten get another port when it is taken up again? */
final class RandomPorts implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (!scene.loose()) {
            return findings; // nothing is taken up then
        }
        Set<Source> told = new HashSet<>();
        for (Outcome nat : scene.evaluator().askTranslation(Journey.FORWARD, Hook.POSTROUTING, Kinds.SYN, scene.links(Journey.FORWARD))) {
            boolean random = nat.verdict() == Verdict.TRANSLATE && nat.rule().effect() instanceof Effect.Nat effect && effect.source() && effect.random();
            List<Outcome> taken = random ? scene.accepted(Journey.FORWARD, Kinds.MIDSTREAM, nat.packets().region()) : List.of();
            if (!taken.isEmpty() && told.add(nat.rule().source())) {
                findings.add(Findings.of("NAT-005", nat.packets().certain() && scene.certain(Journey.FORWARD, Kinds.MIDSTREAM, taken.get(0)),
                        "Each connection gets a random port here: one that conntrack has forgotten and takes up again comes from another port, and the "
                                + "server resets it.",
                        nat.rule().source(), taken.get(0).packets().path().steps(), scene.fixes().keepPorts(Findings.place(nat), "Keep the ports")));
            }
        }
        return findings;
    }
}
