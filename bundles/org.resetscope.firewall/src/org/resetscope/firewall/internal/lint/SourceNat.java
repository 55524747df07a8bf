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
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.IntervalSet;

/** NAT-001: does an INVALID segment from the server of a connection whose source is translated reach the router's own TCP? */
final class SourceNat implements Check {

    /** Translation keeps ports within their class, and clients do not use those below. */
    private static final IntervalSet CLIENT_PORTS = IntervalSet.of(1024, 65535);

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (scene.liberal()) {
            return findings;
        }
        Set<Object> told = new HashSet<>();
        for (Outcome nat : scene.evaluator().askTranslation(Journey.FORWARD, Hook.POSTROUTING, Kinds.SYN, scene.links(Journey.FORWARD))) {
            if (nat.verdict() == Verdict.TRANSLATE && nat.rule().effect() instanceof Effect.Nat effect && effect.source()
                    && !scene.accepted(Journey.FORWARD, Kinds.SYN, nat.packets().region()).isEmpty()) {
                examine(scene, nat, effect, told, findings);
            }
        }
        return findings;
    }

    private static void examine(Scene scene, Outcome nat, Effect.Nat effect, Set<Object> told, List<ConfigurationFinding> findings) {
        Region out = nat.packets().region();
        Region answer = scene.links(Journey.IN).with(Dimension.IN, out.get(Dimension.OUT))
                .with(Dimension.SOURCE, out.get(Dimension.DESTINATION)).with(Dimension.SOURCE_PORT, out.get(Dimension.DESTINATION_PORT))
                .with(Dimension.DESTINATION_PORT, effect.ports() == null ? CLIENT_PORTS : effect.ports());
        for (Outcome accepted : scene.accepted(Journey.IN, Kinds.INVALID, answer)) {
            List<Outcome> leaves = scene.resetLeaves(accepted.packets().region(), CtState.INVALID);
            List<PathStep> witness = accepted.packets().path().steps();
            Object place = witness.isEmpty() ? "" : witness.get(witness.size() - 1);
            if (leaves.isEmpty() || !told.add(place)) {
                continue;
            }
            boolean certain = scene.certain(Journey.IN, Kinds.INVALID, accepted) && nat.packets().certain()
                    && leaves.stream().anyMatch(o -> o.packets().certain());
            findings.add(Findings.of("NAT-001", certain,
                    "An INVALID segment from a server of connections translated here is not translated back: it goes to this machine, INPUT "
                            + "accepts it" + Findings.assumptions(accepted) + ", and the machine's own TCP resets the server.",
                    nat.rule().source(), witness, scene.fixes().first(nat.table(), Hook.INPUT, Remedy.DROP_INVALID, "Drop INVALID in INPUT")));
        }
    }
}
