package org.resetscope.firewall.internal.lint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.core.configuration.Fix;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Remedy;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Source;

/** NAT-006: can a client on the server's own network reach it by the outer address, so that the answers bypass the router? */
final class Hairpin implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (scene.given("bridge-nf-call-iptables") && scene.circumstances().number("bridge-nf-call-iptables", 1) != 0) {
            return findings; // bridged answers pass the router's translation after all
        }
        Set<Source> told = new HashSet<>();
        IntervalSet outward = outward(scene);
        for (Outcome nat : scene.evaluator().askTranslation(Journey.FORWARD, Hook.PREROUTING, Kinds.SYN, scene.links(Journey.FORWARD))) {
            if (nat.verdict() == Verdict.TRANSLATE && nat.rule().effect() instanceof Effect.Nat effect && !effect.source() && effect.addresses() != null
                    && !effect.addresses().isEmpty()) {
                Region toServer = local(scene, nat.packets().region(), effect, outward);
                if (toServer != null && reachesUntranslated(scene, toServer) && told.add(nat.rule().source())) {
                    findings.add(Findings.of("NAT-006", false,
                            "A client on the server's own network that connects to the translated address is answered by the server directly, from an "
                                    + "address the client does not know, and resets the answer: nothing translates the source of such connections.",
                            nat.rule().source(), nat.packets().path().steps(), fixes(scene, nat, toServer)));
                }
            }
        }
        return findings;
    }

    /** Links whose connections get another source, as those to the outside do. */
    private static IntervalSet outward(Scene scene) {
        IntervalSet links = scene.links(Journey.FORWARD).get(Dimension.OUT);
        List<IntervalSet> outs = new ArrayList<>();
        for (Outcome nat : scene.evaluator().askTranslation(Journey.FORWARD, Hook.POSTROUTING, Kinds.SYN, scene.links(Journey.FORWARD))) {
            IntervalSet out = nat.packets().region().get(Dimension.OUT);
            if (nat.verdict() == Verdict.TRANSLATE && !out.equals(links)) {
                outs.add(out);
            }
        }
        return IntervalSet.union(outs);
    }

    /** Connections from the server's neighbours once they are translated; null where the rule does not take them. */
    private static Region local(Scene scene, Region region, Effect.Nat effect, IntervalSet outward) {
        BigInteger server = effect.addresses().smallest();
        if (!isPrivate(scene.family(), server)) {
            return null;
        }
        int hosts = scene.family() == Family.IPV4 ? 8 : 64;
        BigInteger network = server.shiftRight(hosts).shiftLeft(hosts);
        IntervalSet neighbours = IntervalSet.of(network, network.add(BigInteger.ONE.shiftLeft(hosts)).subtract(BigInteger.ONE));
        IntervalSet sources = region.get(Dimension.SOURCE).intersect(neighbours);
        IntervalSet asked = region.get(Dimension.DESTINATION).minus(neighbours);
        IntervalSet link = region.get(Dimension.IN).minus(outward);
        if (sources.isEmpty() || asked.isEmpty() || link.isEmpty()) {
            return null;
        }
        Region local = region.with(Dimension.SOURCE, sources).with(Dimension.DESTINATION, effect.addresses()).with(Dimension.IN, link)
                .with(Dimension.OUT, link);
        return effect.ports() == null || effect.ports().isEmpty() ? local : local.with(Dimension.DESTINATION_PORT, effect.ports());
    }

    private static List<Fix> fixes(Scene scene, Outcome nat, Region toServer) {
        List<Atom> atoms = new ArrayList<>();
        for (Dimension dimension : List.of(Dimension.SOURCE, Dimension.DESTINATION, Dimension.DESTINATION_PORT)) {
            IntervalSet values = toServer.get(dimension);
            if (!values.equals(dimension.universe(scene.family()))) {
                atoms.add(new Atom.Field(dimension, values));
            }
        }
        return scene.fixes().first(nat.table(), Hook.POSTROUTING, new Remedy(atoms, new Effect.Nat(true, null, null, false)),
                "Translate the source of connections from the server's own network");
    }

    private static boolean isPrivate(Family family, BigInteger address) {
        if (family == Family.IPV6) {
            return address.shiftRight(121).intValue() == 0xfc >> 1;
        }
        int high = address.shiftRight(16).intValue();
        return high >> 8 == 10 || high >> 4 == 0xac1 || high == 0xc0a8;
    }

    private static boolean reachesUntranslated(Scene scene, Region toServer) {
        return !scene.accepted(Journey.FORWARD, Kinds.SYN, toServer).isEmpty()
                && scene.evaluator().askTranslation(Journey.FORWARD, Hook.POSTROUTING, Kinds.SYN, toServer).stream()
                        .noneMatch(o -> o.verdict() == Verdict.TRANSLATE);
    }
}
