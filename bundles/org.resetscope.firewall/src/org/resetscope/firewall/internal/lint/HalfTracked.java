package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Path;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;

/** TRK-002: is one direction of a connection kept from conntrack, and the other not? */
final class HalfTracked implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (scene.allRules().noneMatch(r -> r.effect() instanceof Effect.NoTrack)) {
            return findings;
        }
        Set<Source> told = new HashSet<>();
        for (Journey journey : scene.forwards() ? List.of(Journey.IN, Journey.FORWARD) : List.of(Journey.IN)) {
            Journey back = journey == Journey.IN ? Journey.OUT : journey;
            for (Outcome syn : scene.evaluator().ask(journey, Kinds.SYN, scene.links(journey))) {
                if (syn.verdict() != Verdict.ACCEPT) {
                    continue;
                }
                boolean untracked = syn.packets().state() == CtState.UNTRACKED;
                for (Outcome answer : scene.evaluator().ask(back, Kinds.ANSWER, syn.packets().region().reversed())) {
                    boolean answerUntracked = answer.packets().state() == CtState.UNTRACKED;
                    Rule rule = untracking(untracked ? syn : answer);
                    if (untracked != answerUntracked && rule != null && told.add(rule.source())) {
                        findings.add(Findings.of("TRK-002", syn.packets().certain() && answer.packets().certain(),
                                "One direction only is kept from conntrack" + Findings.assumptions(answer)
                                        + ": it sees the " + (untracked ? "answers" : "requests")
                                        + " of connections" + RegionWords.of(syn.packets().region(), scene.links(journey))
                                        + " alone, and calls them INVALID or never ESTABLISHED.",
                                rule.source(), (untracked ? answer : syn).packets().path().steps(), List.of()));
                    }
                }
            }
        }
        return findings;
    }

    private static Rule untracking(Outcome outcome) {
        return outcome.packets().path().newestFirst().stream().map(Path.Step::rule).filter(r -> r != null && r.effect() instanceof Effect.NoTrack)
                .findFirst().orElse(null);
    }
}
