package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Path;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;

/**
 * RST-001 to RST-005, NFT-001, ORD-002: can an INVALID segment of a connection whose other segments are accepted meet a reset that then leaves the machine?
 * One answer to a rule that resets; the number tells how the INVALID segment got there.
 */
final class InvalidReset implements Check {

    /**
     * A reset that ends connections.
     *
     * @param flow whose other segments are accepted
     */
    record Suffering(Outcome reset, Region flow) {
    }

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        if (scene.liberal()) {
            return List.of(); // conntrack then calls no segment of a known connection INVALID for its numbers
        }
        List<ConfigurationFinding> findings = new ArrayList<>();
        for (Journey journey : Journey.values()) {
            worst(scene, journey).values().forEach(s -> findings.add(finding(scene, journey, s)));
        }
        return findings;
    }

    /** The resets that end connections, by place of the rule; of several ways to a rule the one that is most certain. */
    static Map<Source, Suffering> worst(Scene scene, Journey journey) {
        Region links = scene.links(journey);
        List<Outcome> resets = scene.outcomes(journey, Kinds.INVALID, links, Verdict.RESET);
        Map<Source, Suffering> result = new LinkedHashMap<>();
        if (resets.isEmpty()) {
            return result;
        }
        List<Outcome> accepted = scene.accepted(journey, Kinds.ESTABLISHED, links);
        for (Outcome reset : resets) {
            Outcome same = Scene.sameFlow(reset, accepted);
            Region flow = same == null ? null : reset.packets().region().intersect(same.packets().region());
            if (flow != null && leaves(scene, journey, flow)) {
                result.merge(reset.rule().source(), new Suffering(reset, flow),
                        (a, b) -> !a.reset.packets().certain() && b.reset.packets().certain() ? b : a);
            }
        }
        return result;
    }

    /** The reset of a segment beyond the window fits the connection, so conntrack calls the reset ESTABLISHED. */
    private static boolean leaves(Scene scene, Journey journey, Region flow) {
        return journey == Journey.OUT || !scene.resetLeaves(flow, CtState.ESTABLISHED).isEmpty();
    }

    private static ConfigurationFinding finding(Scene scene, Journey journey, Suffering suffering) {
        Outcome reset = suffering.reset;
        Rule rule = reset.rule();
        InvalidDrops drops = new InvalidDrops(scene);
        List<Rule> here = drops.on(journey);
        List<Rule> all = drops.all();
        String packet = "An INVALID segment" + RegionWords.of(suffering.flow, scene.links(journey));
        String fate = " is answered with a TCP reset here" + Findings.assumptions(reset) + ", which ends its connection";
        Rule map = here.isEmpty() ? drops.incompleteMap(journey) : null;
        Rule returning = returning(reset);
        String id;
        String why;
        if (accepted(reset) != null) {
            id = "ORD-002";
            why = ": accepting it at " + Findings.line(accepted(reset)) + " ends that base chain only, and this one is asked later";
        } else if (chosen(reset)) {
            id = "RST-004";
            why = ": the rule asks for INVALID";
        } else if (returning != null) {
            id = "NFT-001";
            why = ": the map at " + Findings.line(returning.source()) + " sends it to a chain that returns";
        } else if (letGo(reset, here) != null) {
            id = "RST-005";
            why = ": the rule for INVALID at " + Findings.line(letGo(reset, here).source()) + " lets it go on";
        } else if (map != null) {
            id = "NFT-001";
            why = ": the map of states at " + Findings.line(map.source()) + " has no entry for invalid";
        } else if (!here.isEmpty()) {
            id = "RST-002";
            why = ": it does not reach the drop of INVALID at " + Findings.line(here.get(0).source());
        } else if (!all.isEmpty()) {
            id = "RST-003";
            why = ": the drop of INVALID at " + Findings.line(all.get(0).source()) + " is in another hook";
        } else {
            id = "RST-001";
            why = ": nothing drops INVALID before";
        }
        return Findings.of(id, scene.certain(journey, Kinds.INVALID, reset), packet + fate + why + ".", rule.source(), reset.packets().path().steps(),
                fixes(scene, reset));
    }

    /** Where a rule accepted the segment because it is INVALID; null where none did. */
    private static Source accepted(Outcome reset) {
        return reset.packets().path().newestFirst().stream().map(Path.Step::rule)
                .filter(r -> r != null && r.effect() instanceof Effect.Accept && Scene.meansInvalid(r)).map(Rule::source).findFirst().orElse(null);
    }

    /** Whether the reset, or a rule that called its chain, asks for INVALID. */
    private static boolean chosen(Outcome reset) {
        if (Scene.meansInvalid(reset.rule())) {
            return true;
        }
        Chain chain = reset.chain();
        for (Path.Step step : reset.packets().path().newestFirst()) {
            if (step.rule() != null && step.table() == reset.table() && chain.name().equals(called(step.rule()))) {
                if (Scene.meansInvalid(step.rule())) {
                    return true;
                }
                chain = step.chain();
            }
        }
        return false;
    }

    private static String called(Rule rule) {
        return rule.effect() instanceof Effect.Jump jump ? jump.chain() : rule.effect() instanceof Effect.Goto go ? go.chain() : null;
    }

    /** The entry for INVALID of a map of states that the segment passed without being dropped; null where it passed none. */
    private static Rule returning(Outcome reset) {
        return reset.packets().path().newestFirst().stream().map(Path.Step::rule).filter(r -> r != null && called(r) != null && Scene.meansInvalid(r)
                && r.atoms().stream().anyMatch(a -> a instanceof Atom.State state && state.mapped())).findFirst().orElse(null);
    }

    /** The rule for INVALID that the segment met without being dropped: one that logs or counts, or drops within a rate. */
    private static Rule letGo(Outcome reset, List<Rule> drops) {
        for (Path.Step step : reset.packets().path().newestFirst()) {
            if (step.rule() != null && step.rule().effect().passive() && Scene.meansInvalid(step.rule())) {
                return step.rule();
            }
        }
        for (Rule drop : drops) {
            for (Atom atom : drop.atoms()) {
                if (atom instanceof Atom.Opaque opaque && opaque.kind() == Atom.Kind.WITHIN_LIMIT
                        && Boolean.FALSE.equals(reset.packets().assumed().get(opaque.key()))) {
                    return drop;
                }
            }
        }
        return null;
    }

    private static List<Fix> fixes(Scene scene, Outcome reset) {
        boolean forInvalidAlone = reset.rule().states().stream().allMatch(s -> s == CtState.INVALID || s == CtState.UNTRACKED);
        return forInvalidAlone ? scene.fixes().drop(Findings.place(reset), "Drop INVALID instead of answering")
                : scene.fixes().before(Findings.place(reset), Remedy.DROP_INVALID, "Drop INVALID before this rule");
    }
}
