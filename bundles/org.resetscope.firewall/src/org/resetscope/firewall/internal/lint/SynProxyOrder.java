package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.TcpBits;

/** SYP-001 to SYP-003: do the segments that SYNPROXY needs get to it, and past it? */
final class SynProxyOrder implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (scene.allRules().noneMatch(r -> r.effect() instanceof Effect.SynProxy)) {
            return findings;
        }
        Set<Object> told = new HashSet<>();
        for (Journey journey : List.of(Journey.IN, Journey.FORWARD)) {
            for (Outcome proxied : scene.evaluator().ask(journey, Kinds.SYN, scene.links(journey))) {
                if (proxied.verdict() == Verdict.SYNPROXY) {
                    dropped(scene, journey, proxied, told, findings);
                    loose(scene, journey, proxied, told, findings);
                    ownSyn(scene, journey, proxied, told, findings);
                }
            }
        }
        return findings;
    }

    /** The client's acknowledgement is INVALID, as it must be: SYNPROXY takes it, unless it is dropped before. */
    private static void dropped(Scene scene, Journey journey, Outcome proxied, Set<Object> told, List<ConfigurationFinding> findings) {
        for (Outcome drop : scene.outcomes(journey, Kinds.INVALID, proxied.packets().region(), Verdict.DROP)) {
            if (drop.rule() != null && Scene.meansInvalid(drop.rule()) && told.add(drop.rule().source())) {
                findings.add(Findings.of("SYP-001", scene.certain(journey, Kinds.INVALID, drop),
                        "The acknowledgement that completes the handshake with SYNPROXY (line " + proxied.rule().source().line()
                                + ") is INVALID and is dropped here" + Findings.assumptions(drop) + ": no connection gets through.",
                        drop.rule().source(), drop.packets().path().steps(),
                        scene.fixes().behind(Findings.place(drop), Findings.place(proxied), "Drop INVALID after SYNPROXY")));
            }
        }
    }

    private static void loose(Scene scene, Journey journey, Outcome proxied, Set<Object> told, List<ConfigurationFinding> findings) {
        if (!scene.loose()) {
            return;
        }
        boolean reaches = scene.evaluator().ask(journey, Kinds.MIDSTREAM, proxied.packets().region()).stream()
                .allMatch(o -> o.verdict() == Verdict.SYNPROXY);
        if (!reaches && told.add("loose " + proxied.rule().source())) {
            findings.add(Findings.of("SYP-002", scene.given("nf_conntrack_tcp_loose"),
                    "SYNPROXY needs nf_conntrack_tcp_loose=0 (the default is 1): the acknowledgement that completes the handshake counts as NEW and does "
                            + "not come here.",
                    proxied.rule().source(), proxied.packets().path().steps(),
                    scene.fixes().setting("nf_conntrack_tcp_loose", "0", "Set nf_conntrack_tcp_loose to 0")));
        }
    }

    /** The proxy opens the connection to the server with a SYN of its own, which passes the rules as a tracked one. */
    private static void ownSyn(Scene scene, Journey journey, Outcome proxied, Set<Object> told, List<ConfigurationFinding> findings) {
        List<Outcome> fates = scene.evaluator().askTracked(journey, Kinds.SYN, proxied.packets().region());
        boolean passes = fates.stream().anyMatch(o -> o.verdict() == Verdict.ACCEPT);
        if (!passes && !fates.isEmpty() && told.add("own " + proxied.rule().source())) {
            findings.add(Findings.of("SYP-003", fates.get(0).packets().certain(),
                    "SYNPROXY opens the connection to the server with a SYN of its own, which is NEW, and no rule accepts it"
                            + Findings.assumptions(fates.get(0)) + ".",
                    proxied.rule().source(), fates.get(0).packets().path().steps(), accepting(scene, proxied)));
        }
    }

    /** Where conntrack leaves the clients' SYNs alone, so that the proxy's are the only ones that are NEW. */
    private static List<Fix> accepting(Scene scene, Outcome proxied) {
        if (proxied.packets().state() != CtState.UNTRACKED) {
            return List.of();
        }
        List<Atom> atoms = new ArrayList<>();
        for (Atom atom : proxied.rule().atoms()) {
            if (atom instanceof Atom.Field field && field.dimension() != Dimension.IN) {
                atoms.add(field); // the proxy's SYN comes from nowhere
            }
        }
        atoms.add(new Atom.Flags(TcpBits.SYN | TcpBits.ACK | TcpBits.FIN | TcpBits.RST, TcpBits.SYN, false));
        atoms.add(new Atom.State(Set.of(CtState.NEW)));
        return scene.fixes().after(Findings.place(proxied), new Remedy(atoms, new Effect.Accept()), "Accept the proxy's own SYNs");
    }
}
