package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.fix.Place;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Table;

/** OFF-001 and MSS-001: rules, or the lack of one, that explain stalls rather than resets. */
final class ForwardingNotes implements Check {

    private static final List<String> NARROW = List.of("ppp", "pppoe", "wg", "tun", "gre", "ipip", "sit", "vti", "xfrm");

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        scene.allRules().filter(r -> r.effect() instanceof Effect.Offload).findFirst().ifPresent(r -> findings.add(Findings.of("OFF-001", true,
                "Connections are offloaded here: later rules do not see their segments any more, and conntrack does not check their numbers.", r.source(),
                List.of(), List.of())));
        if (scene.allRules().noneMatch(r -> r.effect() instanceof Effect.ClampMss)
                && !scene.accepted(Journey.FORWARD, Kinds.SYN, scene.links(Journey.FORWARD)).isEmpty()) {
            scene.allRules().filter(ForwardingNotes::narrow).findFirst().ifPresent(r -> findings.add(Findings.of("MSS-001", false,
                    "This names a link whose packets must be smaller than Ethernet's, and no rule clamps the segment size: connections through it may stall, "
                            + "which looks like a lost connection.",
                    r.source(), List.of(), clamp(scene, r))));
        }
        return findings;
    }

    private static List<Fix> clamp(Scene scene, Rule rule) {
        for (Table table : scene.rules().tables()) {
            for (Chain chain : table.chains().values()) {
                if (table.family() == scene.family() && chain.rules().contains(rule)) {
                    String description = "Clamp the segment size to the link's";
                    List<Fix> all = scene.fixes().first(table, Hook.FORWARD, Remedy.CLAMP_SEGMENT_SIZE, description);
                    return all.isEmpty() ? scene.fixes().before(new Place(table, chain, rule), Remedy.CLAMP_SEGMENT_SIZE, description) : all;
                }
            }
        }
        return List.of();
    }

    private static boolean narrow(Rule rule) {
        for (Atom atom : rule.atoms()) {
            if (atom instanceof Atom.Field field && (field.dimension() == Dimension.OUT || field.dimension() == Dimension.IN) && field.values().size() < 8) {
                for (int i = 0; i < field.values().size(); i++) {
                    String name = Interfaces.name(field.values().interval(i)[0]);
                    if (NARROW.stream().anyMatch(name::startsWith)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
