package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.PacketKind;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Source;

/** TRK-001: is a packet that was taken away from conntrack answered with a reset, although it would be accepted otherwise? */
final class UntrackedReset implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        Set<Source> told = new HashSet<>();
        for (Journey journey : List.of(Journey.IN, Journey.FORWARD)) {
            for (PacketKind kind : List.of(Kinds.SYN, Kinds.ESTABLISHED)) {
                for (Outcome reset : scene.untracked(journey, kind, scene.links(journey))) {
                    if (reset.verdict() == Verdict.RESET && accepted(scene, journey, kind, reset) && told.add(reset.rule().source())) {
                        findings.add(Findings.of("TRK-001", scene.certain(journey, kind, reset),
                                "A packet that is kept from conntrack is UNTRACKED and is answered with a TCP reset here" + Findings.assumptions(reset)
                                        + "; were it tracked, it would be accepted.",
                                reset.rule().source(), reset.packets().path().steps(),
                                scene.fixes().before(Findings.place(reset), Remedy.ACCEPT_UNTRACKED, "Accept UNTRACKED before this rule")));
                    }
                }
            }
        }
        return findings;
    }

    private static boolean accepted(Scene scene, Journey journey, PacketKind kind, Outcome reset) {
        return scene.evaluator().askTracked(journey, kind, reset.packets().region()).stream().anyMatch(o -> o.verdict() == Verdict.ACCEPT);
    }
}
