package org.resetscope.firewall.internal.lint;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.firewall.internal.evaluate.Evaluator;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.PacketKind;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.fix.Fixes;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Source;

/** What the checks look at: the rules of one family, and what may become of packets there. */
record Scene(Ruleset rules, Family family, Evaluator evaluator, Circumstances circumstances,
        Map<String, Source> settingPlaces, String file, Fixes fixes) {

    /** All TCP packets of a journey that come from other machines, or go there. */
    Region links(Journey journey) {
        Region region = evaluator.everything();
        region = journey == Journey.OUT ? region : region.with(Dimension.IN, Interfaces.LINKS);
        return journey == Journey.IN ? region : region.with(Dimension.OUT, Interfaces.LINKS);
    }

    /** Packets that conntrack was told to leave alone are another matter. */
    List<Outcome> outcomes(Journey journey, PacketKind kind, Region region, Verdict verdict) {
        return evaluator.ask(journey, kind, region).stream().filter(o -> o.verdict() == verdict)
                .filter(o -> o.packets().state() != CtState.UNTRACKED).toList();
    }

    List<Outcome> accepted(Journey journey, PacketKind kind, Region region) {
        return outcomes(journey, kind, region, Verdict.ACCEPT);
    }

    /** One of some outcomes whose packets can have the same headers as those of another, a certain one if there is; else null. */
    static Outcome sameFlow(Outcome one, List<Outcome> others) {
        Outcome found = null;
        for (Outcome other : others) {
            if ((found == null || other.packets().certain()) && one.packets().compatible(other.packets())
                    && one.packets().region().intersect(other.packets().region()) != null) {
                found = other;
                if (other.packets().certain()) {
                    break;
                }
            }
        }
        return found;
    }

    /** How a reset that answers packets can leave the machine; empty where it cannot. */
    List<Outcome> resetLeaves(Region answered, CtState state) {
        return accepted(Journey.OUT, Kinds.reset(state), answered.reversed());
    }

    /**
     * Whether what became of packets is sure. Where their region is not exact, some single packets of it are followed: if one comes to
     * the same end without any assumption, it is.
     */
    boolean certain(Journey journey, PacketKind kind, Outcome outcome) {
        if (outcome.packets().exact() || !outcome.packets().assumed().isEmpty()) {
            return outcome.packets().certain();
        }
        return Samples.of(outcome.packets().region()).stream().flatMap(r -> evaluator.ask(journey, kind, r).stream())
                .anyMatch(o -> o.verdict() == outcome.verdict() && o.rule() == outcome.rule() && o.packets().certain());
    }

    boolean liberal() {
        return circumstances.number("nf_conntrack_tcp_be_liberal", 0) != 0 || circumstances.number("nf_conntrack_tcp_no_window_check", 0) != 0;
    }

    /** Whether conntrack takes up connections in their middle. */
    boolean loose() {
        return circumstances.number("nf_conntrack_tcp_loose", 1) != 0;
    }

    /** Whether a rule asks for packets that are INVALID, and not for those of known connections. */
    static boolean meansInvalid(Rule rule) {
        return rule.states().contains(CtState.INVALID) && !rule.states().contains(CtState.ESTABLISHED);
    }

    /** Whether the machine is seen to be a router: rules are there for what it forwards, or it is told to. */
    boolean forwards() {
        return circumstances.number("ip_forward", 0) != 0 || circumstances.number("all.forwarding", 0) != 0
                || rules.at(family, Hook.FORWARD).stream().anyMatch(b -> !b.chain().rules().isEmpty());
    }

    /** Packets that a rule took away from conntrack. */
    List<Outcome> untracked(Journey journey, PacketKind kind, Region region) {
        return evaluator.ask(journey, kind, region).stream().filter(o -> o.packets().state() == CtState.UNTRACKED).toList();
    }

    /** All rules of the family, those of a chain in their order. */
    Stream<Rule> allRules() {
        return rules.tables().stream().filter(t -> t.family() == family).flatMap(t -> t.chains().values().stream()).flatMap(c -> c.rules().stream());
    }

    /** Whether somebody said what a setting is. */
    boolean given(String setting) {
        return circumstances.number(setting, Long.MIN_VALUE) != Long.MIN_VALUE;
    }

    /** Where a setting is said; the start of the rules where the asker said it. */
    Source place(String setting) {
        return settingPlaces.entrySet().stream().filter(e -> e.getKey().equals(setting) || e.getKey().endsWith("." + setting)).map(Map.Entry::getValue)
                .findFirst().orElse(new Source(file, 1, 1, 1, setting));
    }

    /** A place that can be shown: that of a policy that no text says is the start of the rules. */
    Source shown(Source place) {
        return place.file() == null ? new Source(file, 1, 1, 1, place.text()) : place;
    }
}
