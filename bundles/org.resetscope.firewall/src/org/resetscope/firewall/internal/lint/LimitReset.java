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
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Source;

/** LIM-001 and LIM-002: does a number of connections, or a rate, that is exceeded reset connections that are open already? */
final class LimitReset implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        Conditions conditions = new Conditions(scene);
        Set<Source> told = new HashSet<>();
        for (Journey journey : List.of(Journey.IN, Journey.FORWARD)) {
            Region links = scene.links(journey);
            List<Outcome> accepted = scene.accepted(journey, Kinds.ESTABLISHED, links);
            for (Outcome reset : scene.outcomes(journey, Kinds.ESTABLISHED, links, Verdict.RESET)) {
                Atom.Kind exceeded = conditions.exceeded(reset.packets());
                boolean lives = accepted.stream().anyMatch(a -> a.packets().region().intersect(reset.packets().region()) != null);
                if (exceeded != null && lives && told.add(reset.rule().source())) {
                    boolean count = exceeded == Atom.Kind.OVER_COUNT || exceeded == Atom.Kind.WITHIN_COUNT;
                    findings.add(Findings.of(count ? "LIM-001" : "LIM-002", false,
                            "When the " + (count ? "number of connections" : "rate") + " is exceeded, segments of open connections"
                                    + RegionWords.of(reset.packets().region(), links) + " are answered with a TCP reset here, not only new ones.",
                            reset.rule().source(), reset.packets().path().steps(), scene.fixes().before(Findings.place(reset), Remedy.ACCEPT_ESTABLISHED,
                                    "Accept segments of open connections before this rule")));
                }
            }
        }
        return findings;
    }
}
