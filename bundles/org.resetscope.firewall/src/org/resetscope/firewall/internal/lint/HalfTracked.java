package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Path;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
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
                    Path.Step step = untracking(untracked ? syn : answer);
                    Rule rule = step == null ? null : step.rule();
                    if (untracked != answerUntracked && rule != null && told.add(rule.source())) {
                        findings.add(Findings.of("TRK-002", syn.packets().certain() && answer.packets().certain(),
                                "One direction only is kept from conntrack" + Findings.assumptions(answer)
                                        + ": it sees the " + (untracked ? "answers" : "requests")
                                        + " of connections" + RegionWords.of(syn.packets().region(), scene.links(journey))
                                        + " alone, and calls them INVALID or never ESTABLISHED.",
                                rule.source(), (untracked ? answer : syn).packets().path().steps(), fixes(scene, journey, step, untracked)));
                    }
                }
            }
        }
        return findings;
    }

    private static Path.Step untracking(Outcome outcome) {
        return outcome.packets().path().newestFirst().stream().filter(s -> s.rule() != null && s.rule().effect() instanceof Effect.NoTrack)
                .findFirst().orElse(null);
    }

    /** The same rule for the other direction, where headers alone decide and netfilter itself calls the rule's chain. */
    private static List<Fix> fixes(Scene scene, Journey journey, Path.Step step, boolean requests) {
        boolean sayable = scene.rules().baseChains(scene.family()).stream().anyMatch(b -> b.chain() == step.chain());
        List<Atom> back = new ArrayList<>();
        for (Atom atom : step.rule().atoms()) {
            // which link a forwarded packet goes to is not known in PREROUTING
            sayable &= atom instanceof Atom.Field field && (journey == Journey.IN || field.dimension() != Dimension.IN);
            if (!sayable) {
                return List.of();
            }
            Atom.Field field = (Atom.Field) atom;
            back.add(new Atom.Field(field.dimension().reversed(), field.values()));
        }
        Hook hook = journey == Journey.IN && requests ? Hook.OUTPUT : Hook.PREROUTING;
        return scene.fixes().first(step.table(), hook, new Remedy(back, new Effect.NoTrack()), "Keep the other direction from conntrack too");
    }
}
