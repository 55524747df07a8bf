package org.resetscope.firewall.internal.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Ruleset;

/** Asks a rule set what may become of packets. Keeps what it has worked out; not thread-safe. */
public final class Evaluator {

    private static final int TCP = 6;

    private final Ruleset rules;
    private final Family family;
    private final Budget budget;
    private final Map<Journey, Walk> walks = new EnumMap<>(Journey.class);

    public Evaluator(Ruleset rules, Family family, Budget budget) {
        this.rules = rules;
        this.family = family;
        this.budget = budget;
    }

    /** All headers of TCP segments. */
    public Region everything() {
        return Region.all(family).with(Dimension.PROTOCOL, IntervalSet.of(TCP, TCP));
    }

    /** What may become of packets on a journey; translation of addresses is left out. */
    public List<Outcome> ask(Journey journey, PacketKind kind, Region region) {
        return ask(journey, kind, region, false);
    }

    /** The same as if there were no rules before conntrack: no packet is kept from it. */
    public List<Outcome> askTracked(Journey journey, PacketKind kind, Region region) {
        return ask(journey, kind, region, true);
    }

    private List<Outcome> ask(Journey journey, PacketKind kind, Region region, boolean afterConntrack) {
        List<Packets> live = List.of(Packets.of(kind, region));
        List<Outcome> outcomes = new ArrayList<>();
        for (Hook hook : journey.hooks()) {
            for (BaseChain base : rules.at(family, hook)) {
                if (!base.translation() && !(afterConntrack && hook.beforeConntrack(base.priority()))) {
                    live = pass(walk(journey), base, live, outcomes);
                }
            }
        }
        live.forEach(p -> outcomes.add(new Outcome(Verdict.ACCEPT, null, null, null, tracked(p))));
        return outcomes;
    }

    /** What may become of packets in the chains before conntrack sees them. */
    public List<Outcome> askBeforeConntrack(Journey journey, PacketKind kind, Region region) {
        List<Packets> live = List.of(Packets.of(kind, region));
        List<Outcome> outcomes = new ArrayList<>();
        for (Hook hook : journey.hooks()) {
            for (BaseChain base : rules.at(family, hook)) {
                if (hook.beforeConntrack(base.priority())) {
                    live = pass(walk(journey), base, live, outcomes);
                }
            }
        }
        return outcomes;
    }

    /** What the chains that translate addresses may do to the first packets of connections, in one hook. */
    public List<Outcome> askTranslation(Journey journey, Hook hook, PacketKind kind, Region region) {
        List<Outcome> outcomes = new ArrayList<>();
        for (BaseChain base : rules.at(family, hook)) {
            if (base.translation()) {
                outcomes.addAll(inHook(walk(journey).through(base.table(), base.chain(), Packets.of(kind, region), hook), hook, Path.START));
            }
        }
        return outcomes;
    }

    private List<Packets> pass(Walk walk, BaseChain base, List<Packets> live, List<Outcome> outcomes) {
        boolean before = base.hook().beforeConntrack(base.priority());
        List<Packets> next = new ArrayList<>();
        for (Packets packets : base.chain().rules().isEmpty() ? live : Joining.sets(live)) {
            Packets entering = before ? untouched(packets) : tracked(packets);
            for (Outcome o : inHook(walk.through(base.table(), base.chain(), entering.by(Path.START), base.hook()), base.hook(), packets.path())) {
                Outcome end = o.verdict() == Verdict.RETURN ? policy(base, o) : o;
                if (end.verdict() == Verdict.ACCEPT) {
                    next.add(end.packets());
                } else {
                    outcomes.add(end);
                }
            }
        }
        return next;
    }

    private static Packets untouched(Packets packets) {
        return packets.state() == CtState.UNTRACKED ? packets : packets.in(CtState.INVALID);
    }

    private static Packets tracked(Packets packets) {
        return packets.state() == CtState.UNTRACKED ? packets : packets.in(packets.kind().state());
    }

    private static List<Outcome> inHook(List<Outcome> outcomes, Hook hook, Path before) {
        return outcomes.stream().map(o -> o.with(o.packets().by(before.then(o.packets().path(), hook)))).toList();
    }

    static Outcome policy(BaseChain base, Outcome end) {
        boolean accept = base.policy() instanceof Effect.Accept;
        Path.Step step = new Path.Step(base.table(), base.chain(), null, base.policySource(), accept ? "policy accept" : "policy drop", true);
        Path path = end.packets().path().then(Path.START.then(step), base.hook());
        return new Outcome(accept ? Verdict.ACCEPT : Verdict.DROP, null, base.table(), base.chain(), end.packets().by(path));
    }

    private Walk walk(Journey journey) {
        return walks.computeIfAbsent(journey, j -> new Walk(family, (question, packets, hook) -> known(j, question, packets, hook), budget));
    }

    /** What the journey itself answers. */
    private static Boolean known(Journey journey, Atom.Opaque question, Packets packets, Hook hook) {
        return switch (question.kind()) {
            // a destination may become the machine's, or cease to be, where addresses are translated
            case LOCAL_DESTINATION -> journey == Journey.IN && hook == Hook.INPUT ? Boolean.TRUE
                    : journey == Journey.FORWARD && hook != Hook.PREROUTING ? Boolean.FALSE : null;
            case LOCAL_SOURCE -> journey == Journey.OUT;
            case ORIGINAL_DIRECTION -> packets.kind().original();
            default -> null;
        };
    }
}
