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
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;

/**
 * RST-001 to RST-005: can an INVALID segment of a connection whose other segments are accepted meet a reset that then leaves the machine?
 * One answer to a rule that resets; the number tells how the INVALID segment got there.
 */
final class InvalidReset implements Check {

    /**
     * A reset that ends connections.
     *
     * @param flow whose other segments are accepted
     */
    private record Suffering(Outcome reset, Region flow) {
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
    private static Map<Source, Suffering> worst(Scene scene, Journey journey) {
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
        String id;
        String why;
        if (reset.packets().path().newestFirst().stream().anyMatch(InvalidReset::chosen)) {
            id = "RST-004";
            why = ": the rule asks for INVALID";
        } else if (letGo(reset, here) != null) {
            id = "RST-005";
            why = ": the rule for INVALID at " + Findings.line(letGo(reset, here).source()) + " lets it go on";
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
                fixes(rule));
    }

    /** Whether a step led to the reset because the packet is INVALID. */
    private static boolean chosen(Path.Step step) {
        Effect effect = step.rule() == null ? null : step.rule().effect();
        return (effect instanceof Effect.Reset || effect instanceof Effect.Jump || effect instanceof Effect.Goto)
                && Scene.meansInvalid(step.rule());
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

    private static List<Fix> fixes(Rule rule) {
        boolean forInvalidAlone = rule.states().stream().allMatch(s -> s == CtState.INVALID || s == CtState.UNTRACKED);
        return forInvalidAlone ? Fixes.target(rule, "-j DROP", "Drop INVALID instead of answering")
                : Fixes.before(rule, Fixes.DROP_INVALID, "Drop INVALID before this rule");
    }
}
