package org.resetscope.firewall.internal.replay;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.evaluate.Budget;
import org.resetscope.firewall.internal.evaluate.Evaluator;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.evaluate.Outcome;
import org.resetscope.firewall.internal.evaluate.PacketKind;
import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.evaluate.Verdict;
import org.resetscope.firewall.internal.model.Atom;
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

/** The rules, asked about single segments of which a capture does not tell everything: not the interfaces, not all that NAT does. */
final class Rules {

    /** Evaluators keep what they worked out; with single addresses that is soon of no more use. */
    private static final int QUESTIONS_EACH = 200;
    /** In comparisons, each of which takes about a tenth of a microsecond. */
    private static final long WORK_EACH = 20_000_000;

    private final Ruleset rules;
    private final Contents contents;
    private final Set<Journey> journeys = EnumSet.noneOf(Journey.class);
    private final Map<Family, Evaluator> evaluators = new EnumMap<>(Family.class);
    private final Map<Family, Integer> asked = new EnumMap<>(Family.class);
    private final IntervalSet ownAddresses;
    private final long size;

    Rules(Ruleset rules, Contents contents) {
        this.rules = rules;
        this.contents = contents;
        this.ownAddresses = ownAddresses();
        this.size = 1 + rules.tables().stream().flatMap(t -> t.chains().values().stream()).mapToLong(c -> c.rules().size()).sum();
        boolean host = has(Hook.INPUT);
        boolean router = has(Hook.FORWARD) || translate();
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

    /** Whether the machine gives connections another source. */
    boolean translate() {
        return base().stream().anyMatch(b -> b.hook() == Hook.POSTROUTING && b.translation() && !b.chain().rules().isEmpty());
    }

    private List<BaseChain> base() {
        return rules.families().stream().flatMap(f -> rules.baseChains(f).stream()).toList();
    }

    /** Addresses that rules for what comes to the machine itself name one by one: its own. */
    private IntervalSet ownAddresses() {
        List<IntervalSet> named = base().stream().filter(b -> b.hook() == Hook.INPUT).flatMap(b -> b.chain().rules().stream())
                .flatMap(r -> r.atoms().stream())
                .filter(a -> a instanceof Atom.Field f && f.dimension() == Dimension.DESTINATION && f.values().size() == 1
                        && f.values().interval(0)[0].equals(f.values().interval(0)[1]))
                .map(a -> ((Atom.Field) a).values()).toList();
        return IntervalSet.union(named);
    }

    /**
     * The ways that a segment may take through the machine, by what the machine has rules for.
     *
     * @param near whether its answer may come from the machine itself, and not from a host behind it
     */
    Set<Journey> journeys(Passing p, boolean near) {
        if (journeys.size() == 1) {
            return journeys;
        }
        boolean own = !ownAddresses.intersect(IntervalSet.of(p.tuple().destination())).isEmpty();
        return own ? EnumSet.of(Journey.IN) : near ? journeys : EnumSet.of(Journey.FORWARD);
    }

    /** Whether the machine has rules for packets of this family at all. */
    boolean concern(Family family) {
        return rules.families().contains(family);
    }

    /** What one question may cost, in comparisons. */
    long cost() {
        return size;
    }

    Ruling ask(Passing p, Tracking tracking, Journey journey) {
        if (asked.merge(p.family(), 1, Integer::sum) % QUESTIONS_EACH == 1) {
            evaluators.put(p.family(), new Evaluator(rules, p.family(), new Budget(WORK_EACH, null)));
        }
        Evaluator evaluator = evaluators.get(p.family());
        PacketKind kind = new PacketKind("", tracking.state(), TcpBits.ALL, p.segment().flags(),
                tracking.connected() ? Boolean.valueOf(!tracking.reply()) : null);
        return ruling(p, evaluator.ask(journey, kind, journey == Journey.FORWARD ? forwarded(p, tracking, evaluator) : region(p.tuple(), evaluator)));
    }

    /** What FORWARD sees: what connection tracking calls INVALID is not translated. */
    private static Region forwarded(Passing p, Tracking tracking, Evaluator evaluator) {
        if (tracking.forwarded() != null) {
            return region(tracking.forwarded(), evaluator);
        }
        Region region = region(p.tuple(), evaluator);
        return tracking.state() == CtState.INVALID ? region : translated(region, tracking.reply(), evaluator);
    }

    private static Region region(Tuple t, Evaluator evaluator) {
        return evaluator.everything().with(Dimension.IN, Interfaces.LINKS).with(Dimension.OUT, Interfaces.LINKS)
                .with(Dimension.SOURCE, IntervalSet.of(t.source())).with(Dimension.SOURCE_PORT, port(t.sourcePort()))
                .with(Dimension.DESTINATION, IntervalSet.of(t.destination())).with(Dimension.DESTINATION_PORT, port(t.destinationPort()));
    }

    private static IntervalSet port(int port) {
        return IntervalSet.of(port, port);
    }

    /** What FORWARD sees where a rule translates the destination of the connection's first segment. */
    private static Region translated(Region region, boolean reply, Evaluator evaluator) {
        Region first = reply ? region.reversed() : region;
        PacketKind opening = new PacketKind("", CtState.NEW, TcpBits.ALL, TcpBits.SYN, true);
        for (Outcome o : evaluator.askTranslation(Journey.FORWARD, Hook.PREROUTING, opening, first)) {
            if (o.verdict() == Verdict.TRANSLATE && o.rule().effect() instanceof Effect.Nat nat && !nat.source()) {
                Region to = given(nat.addresses()) ? first.with(Dimension.DESTINATION, nat.addresses()) : first;
                to = given(nat.ports()) ? to.with(Dimension.DESTINATION_PORT, nat.ports()) : to;
                return reply ? to.reversed() : to;
            }
        }
        return region;
    }

    private static boolean given(IntervalSet values) {
        return values != null && !values.isEmpty();
    }

    private Ruling ruling(Passing p, List<Outcome> all) {
        List<Outcome> outcomes = all.stream().filter(o -> contents.possible(o.packets().assumed(), p.contents())).toList();
        if (outcomes.isEmpty()) {
            return Ruling.UNKNOWN;
        }
        Rule reject = outcomes.stream().filter(o -> o.verdict() == Verdict.RESET).map(Outcome::rule).findFirst().orElse(null);
        boolean certain = outcomes.stream().allMatch(o -> o.rule() == reject || reject == null);
        boolean passes = false;
        boolean content = false;
        Set<String> conditions = new TreeSet<>();
        for (Outcome o : outcomes) {
            passes |= o.verdict() != Verdict.RESET && o.verdict() != Verdict.DROP && o.verdict() != Verdict.ICMP;
            certain &= reject == null || o.packets().exact();
            for (Map.Entry<String, Boolean> assumed : o.packets().assumed().entrySet()) {
                boolean known = contents.knows(assumed.getKey(), p.contents());
                content |= known && assumed.getValue() && o.rule() == reject;
                if (!known) {
                    conditions.add(assumed.getKey().replaceAll(" @.*", ""));
                }
            }
        }
        return new Ruling(reject, certain, passes, conditions, content);
    }
}
