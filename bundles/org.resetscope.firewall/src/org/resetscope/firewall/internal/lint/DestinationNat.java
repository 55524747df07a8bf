package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.PathStep;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;

/** NAT-002: does an INVALID segment from a server behind a translated address pass to the client as it is? */
final class DestinationNat implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (scene.liberal()) {
            return findings;
        }
        Set<Object> told = new HashSet<>();
        Region arriving = scene.links(Journey.FORWARD);
        for (Outcome nat : scene.evaluator().askTranslation(Journey.FORWARD, Hook.PREROUTING, Kinds.SYN, arriving)) {
            if (nat.verdict() == Verdict.TRANSLATE && nat.rule().effect() instanceof Effect.Nat effect && !effect.source()
                    && effect.addresses() != null && !effect.addresses().isEmpty()) {
                examine(scene, nat, translated(nat.packets().region(), effect), told, findings);
            }
        }
        return findings;
    }

    private static Region translated(Region region, Effect.Nat effect) {
        Region result = region.with(Dimension.DESTINATION, effect.addresses());
        return effect.ports() == null || effect.ports().isEmpty() ? result : result.with(Dimension.DESTINATION_PORT, effect.ports());
    }

    private static void examine(Scene scene, Outcome nat, Region toServer, Set<Object> told, List<ConfigurationFinding> findings) {
        List<Outcome> opened = scene.accepted(Journey.FORWARD, Kinds.SYN, toServer);
        if (opened.isEmpty()) {
            return;
        }
        for (Outcome passed : scene.accepted(Journey.FORWARD, Kinds.INVALID, toServer.reversed())) {
            List<PathStep> witness = passed.packets().path().steps();
            Object place = witness.isEmpty() ? "" : witness.get(witness.size() - 1);
            // the client's reset comes back by the same way
            if (scene.accepted(Journey.FORWARD, Kinds.reset(Kinds.INVALID.state()), passed.packets().region().reversed()).isEmpty()
                    || !told.add(place)) {
                continue;
            }
            findings.add(Findings.of("NAT-002", scene.certain(Journey.FORWARD, Kinds.INVALID, passed) && nat.packets().certain(),
                    "An INVALID segment from the server behind this translation passes FORWARD" + Findings.assumptions(passed)
                            + " with the server's own address: the client does not know it and resets the server's side.",
                    nat.rule().source(), witness, scene.fixes().first(nat.table(), Hook.FORWARD, Remedy.DROP_INVALID, "Drop INVALID in FORWARD")));
        }
    }
}
