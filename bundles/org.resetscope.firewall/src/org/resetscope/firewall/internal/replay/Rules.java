package org.resetscope.firewall.internal.replay;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.resetscope.firewall.internal.evaluate.Budget;
import org.resetscope.firewall.internal.evaluate.Evaluator;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.PacketKind;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.TcpBits;

/** The rules, asked about single segments of which a capture does not tell everything: not the interfaces, not what NAT makes of them. */
final class Rules {

    /** Evaluators keep what they worked out; with single addresses that is soon of no more use. */
    private static final int QUESTIONS_EACH = 200;
    /** In comparisons, each of which takes well under a microsecond. */
    private static final long WORK_EACH = 20_000_000;
    private static final long QUESTIONS = 2_000_000;

    private final Ruleset rules;
    private final Contents contents;
    private final Set<Journey> journeys = EnumSet.noneOf(Journey.class);
    private final Map<Family, Evaluator> evaluators = new EnumMap<>(Family.class);
    private final Map<Family, Integer> asked = new EnumMap<>(Family.class);
    private long questions;

    Rules(Ruleset rules, Contents contents) {
        this.rules = rules;
        this.contents = contents;
        boolean host = has(Hook.INPUT);
        boolean router = has(Hook.FORWARD) || translates();
        if (router || !host) {
            journeys.add(Journey.FORWARD);
        }
        if (host || !router) {
            journeys.add(Journey.IN);
        }
    }

    private boolean has(Hook hook) {
        return base().stream().anyMatch(b -> b.hook() == hook && (!b.chain().rules().isEmpty() || b.policy() instanceof Effect.Drop));
    }

    private boolean translates() {
        return base().stream().anyMatch(b -> b.hook() == Hook.POSTROUTING && b.translation() && !b.chain().rules().isEmpty());
    }

    private List<BaseChain> base() {
        return rules.families().stream().flatMap(f -> rules.baseChains(f).stream()).toList();
    }

    /** The ways through the machine for which it has rules: it is a router, a host, or both. */
    Set<Journey> journeys() {
        return journeys;
    }

    /** Whether the machine has rules for packets of this family at all. */
    boolean concern(Family family) {
        return rules.families().contains(family);
    }

    Ruling ask(Passing p, Journey journey) {
        if (++questions > QUESTIONS) {
            return Ruling.UNKNOWN;
        }
        PacketKind kind = new PacketKind("", p.tracked().state(), TcpBits.ALL, p.flags(), p.tracked().entry() ? !p.tracked().reply() : null);
        return ruling(p, evaluator(p.family()).ask(journey, kind, region(p, journey)));
    }

    private Evaluator evaluator(Family family) {
        if (asked.merge(family, 1, Integer::sum) % QUESTIONS_EACH == 1) {
            evaluators.put(family, new Evaluator(rules, family, new Budget(WORK_EACH, null)));
        }
        return evaluators.get(family);
    }

    private Region region(Passing p, Journey journey) {
        Region region = evaluators.get(p.family()).everything().with(Dimension.IN, Interfaces.LINKS).with(Dimension.OUT, Interfaces.LINKS)
                .with(Dimension.SOURCE, IntervalSet.of(p.source())).with(Dimension.SOURCE_PORT, port(p.sourcePort()))
                .with(Dimension.DESTINATION, IntervalSet.of(p.destination())).with(Dimension.DESTINATION_PORT, port(p.destinationPort()));
        return journey == Journey.FORWARD ? translated(p, region) : region;
    }

    private static IntervalSet port(int port) {
        return IntervalSet.of(port, port);
    }

    /** What FORWARD sees where a rule translates the destination of the connection's first segment. */
    private Region translated(Passing p, Region region) {
        boolean reply = p.tracked().reply();
        Region first = reply ? region.reversed() : region;
        PacketKind opening = new PacketKind("", CtState.NEW, TcpBits.ALL, TcpBits.SYN, true);
        for (Outcome o : evaluators.get(p.family()).askTranslation(Journey.FORWARD, Hook.PREROUTING, opening, first)) {
            if (o.verdict() == Verdict.TRANSLATE && o.rule().effect() instanceof Effect.Nat nat && !nat.source()) {
                Region to = nat.addresses() == null || nat.addresses().isEmpty() ? first : first.with(Dimension.DESTINATION, nat.addresses());
                to = nat.ports() == null || nat.ports().isEmpty() ? to : to.with(Dimension.DESTINATION_PORT, nat.ports());
                return reply ? to.reversed() : to;
            }
        }
        return region;
    }

    private Ruling ruling(Passing p, List<Outcome> outcomes) {
        Rule reject = null;
        boolean content = false;
        boolean certain = true;
        boolean passes = false;
        Set<String> conditions = new TreeSet<>();
        int possible = 0;
        for (Outcome o : outcomes) {
            if (!contents.possible(o.packets().assumed(), p.contents())) {
                continue;
            }
            possible++;
            if (o.verdict() == Verdict.RESET && (reject == null || reject == o.rule())) {
                reject = o.rule();
                content |= o.packets().assumed().entrySet().stream().anyMatch(e -> e.getValue() && contents.knows(e.getKey(), p.contents()));
                certain &= o.packets().exact();
            } else {
                passes |= o.verdict() != Verdict.RESET && o.verdict() != Verdict.DROP && o.verdict() != Verdict.ICMP;
                certain &= o.verdict() != Verdict.RESET && reject == null;
            }
            o.packets().assumed().keySet().stream().filter(k -> !contents.knows(k, p.contents())).forEach(k -> conditions.add(k.replaceAll(" @.*", "")));
        }
        boolean others = reject != null && outcomesOtherThan(reject, outcomes, p);
        return possible == 0 ? Ruling.UNKNOWN : new Ruling(reject, certain && !others, passes, conditions, content);
    }

    private boolean outcomesOtherThan(Rule reject, List<Outcome> outcomes, Passing p) {
        return outcomes.stream().anyMatch(o -> o.rule() != reject && contents.possible(o.packets().assumed(), p.contents()));
    }
}
