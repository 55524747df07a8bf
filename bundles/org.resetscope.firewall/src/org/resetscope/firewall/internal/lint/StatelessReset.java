package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Source;

/** STR-001 and STA-001: is a segment of an open connection answered with a reset, for what it holds or without any look at its state? */
final class StatelessReset implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        Conditions conditions = new Conditions(scene);
        Set<Source> told = new HashSet<>();
        for (Journey journey : List.of(Journey.IN, Journey.FORWARD)) {
            Region links = scene.links(journey);
            List<Outcome> opened = scene.accepted(journey, Kinds.SYN, links);
            for (Outcome reset : scene.outcomes(journey, Kinds.ESTABLISHED, links, Verdict.RESET)) {
                boolean content = conditions.byContent(reset.packets());
                // a SYN holds nothing, whatever the segment holds
                boolean opens = content ? opened.stream().anyMatch(o -> o.packets().region().intersect(reset.packets().region()) != null)
                        : Scene.sameFlow(reset, opened) != null;
                if (conditions.exceeded(reset.packets()) != null || AcceptNotFinal.accept(reset) != null || !opens || !told.add(reset.rule().source())) {
                    continue;
                }
                findings.add(Findings.of(content ? "STR-001" : "STA-001", !content && scene.certain(journey, Kinds.ESTABLISHED, reset),
                        content ? "A segment with such content is answered with a TCP reset here: that resets its sender alone, the other end keeps waiting."
                                : "Segments of open connections" + RegionWords.of(reset.packets().region(), links) + " are answered with a TCP reset here"
                                        + Findings.assumptions(reset) + ", although their SYN is accepted.",
                        reset.rule().source(), reset.packets().path().steps(), content || reset.table().name().startsWith("netdev") ? List.of()
                                : scene.fixes().before(Findings.place(reset), Remedy.ACCEPT_ESTABLISHED,
                                        "Accept segments of open connections before this rule")));
            }
        }
        return findings;
    }
}
