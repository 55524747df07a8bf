package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Source;

/** NAT-003: does an INVALID segment of a connection whose source is translated leave with its own source? */
final class LeakedSource implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (scene.liberal()) {
            return findings;
        }
        Set<Source> told = new HashSet<>();
        for (Outcome nat : scene.evaluator().askTranslation(Journey.FORWARD, Hook.POSTROUTING, Kinds.SYN, scene.links(Journey.FORWARD))) {
            boolean source = nat.verdict() == Verdict.TRANSLATE && nat.rule().effect() instanceof Effect.Nat effect && effect.source();
            if (!source || scene.accepted(Journey.FORWARD, Kinds.SYN, nat.packets().region()).isEmpty()) {
                continue;
            }
            for (Outcome passed : scene.accepted(Journey.FORWARD, Kinds.INVALID, nat.packets().region())) {
                if (told.add(nat.rule().source())) {
                    findings.add(Findings.of("NAT-003", scene.certain(Journey.FORWARD, Kinds.INVALID, passed) && nat.packets().certain(),
                            "An INVALID segment of a connection translated here passes FORWARD" + Findings.assumptions(passed)
                                    + " and leaves with its own source address, untranslated.",
                            nat.rule().source(), passed.packets().path().steps(),
                            scene.fixes().first(nat.table(), Hook.FORWARD, Remedy.DROP_INVALID, "Drop INVALID in FORWARD")));
                }
            }
        }
        return findings;
    }
}
