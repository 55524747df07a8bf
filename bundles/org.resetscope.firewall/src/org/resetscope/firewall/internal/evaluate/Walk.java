package org.resetscope.firewall.internal.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.firewall.internal.evaluate.Matcher.Division;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Table;

/**
 * Sends packets through chains and tells all that may become of them. What a chain does to some packets is worked out once. Where packets
 * would have to be told apart too finely, several sets become one larger set that is marked as not exact: nothing that can happen is lost.
 */
final class Walk {

    /** Sets of packets that are followed side by side. */
    private static final int MOST_SETS = 24;
    /** What it takes to begin with a chain, in comparisons. */
    private static final int WALK_COST = 200;
    private static final int MOST_KNOWN = 50_000;
    /** Different sets of packets for which a chain is worked out anew. */
    private static final int MOST_QUESTIONS = 500;
    /** Ways through a chain to the same rule that are told apart. */
    private static final int MOST_WAYS = 6;
    /** Chains that call chains; nf_tables allows 16, the old tables as many as there are chains. */
    private static final int DEEPEST = 200;

    private record Question(Chain chain, Hook hook, PacketKind kind, CtState state, Region region, Map<String, Boolean> assumed) {

        @Override
        public int hashCode() {
            return ((chain.hashCode() * 31 + hook.ordinal()) * 31 + state.ordinal()) * 31 + region.hashCode() * 17 + assumed.hashCode();
        }
    }

    private final Matcher matcher;
    private final Budget budget;
    private final Map<Question, List<Outcome>> known = new HashMap<>();
    private final Map<Chain, Integer> asked = new HashMap<>();
    private final Set<Chain> open = new HashSet<>();
    private final Region everything;

    Walk(Family family, Oracle oracle, Budget budget) {
        this.everything = Region.all(family);
        this.matcher = new Matcher(oracle);
        this.budget = budget;
    }

    /** Every packet is in at least one of the outcomes; where the budget is spent, those that were not followed are in none. */
    List<Outcome> through(Table table, Chain chain, Packets packets, Hook hook) {
        Question question = new Question(chain, hook, packets.kind(), packets.state(), packets.region(), packets.assumed());
        if (!known.containsKey(question) && asked.merge(chain, 1, Integer::sum) > MOST_QUESTIONS && open.size() > 0) {
            return summary(table, chain, packets, hook);
        }
        return relative(table, chain, packets, hook, question);
    }

    /** What a chain does to any packets, narrowed to some: less exact, but worked out once. */
    private List<Outcome> summary(Table table, Chain chain, Packets packets, Hook hook) {
        Packets any = new Packets(packets.kind(), packets.state(), everything, Map.of(), true, packets.path());
        Question question = new Question(chain, hook, any.kind(), any.state(), any.region(), any.assumed());
        List<Outcome> outcomes = new ArrayList<>();
        for (Outcome o : relative(table, chain, any, hook, question)) {
            Packets narrowed = o.packets().within(packets);
            if (narrowed != null) {
                outcomes.add(o.with(narrowed));
            }
        }
        return outcomes;
    }

    private List<Outcome> relative(Table table, Chain chain, Packets packets, Hook hook, Question question) {
        List<Outcome> relative = known.get(question);
        if (relative == null) {
            budget.spend(WALK_COST);
            open.add(chain);
            relative = walk(table, chain, new Packets(packets.kind(), packets.state(), packets.region(), packets.assumed(), true, Path.START),
                    hook);
            open.remove(chain);
            relative = few(relative);
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            if (!budget.spent()) {
                known.put(question, relative);
            }
        }
        List<Outcome> outcomes = new ArrayList<>(relative.size());
        for (Outcome o : relative) {
            Packets p = o.packets().by(packets.path().then(o.packets().path(), null));
            outcomes.add(o.with(packets.exact() ? p : p.inexact()));
        }
        return outcomes;
    }

    private List<Outcome> walk(Table table, Chain chain, Packets packets, Hook hook) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Packets> live = List.of(packets);
        for (Rule rule : chain.rules()) {
            List<Packets> next = new ArrayList<>(live.size() + 1);
            for (Packets p : live) {
                if (!budget.spend(1)) {
                    return outcomes;
                }
                meet(table, chain, rule, p, hook, live.size() >= MOST_SETS, next, outcomes);
            }
            if (next.isEmpty()) {
                return outcomes;
            }
            live = limited(next);
        }
        live.forEach(p -> outcomes.add(new Outcome(Verdict.RETURN, null, table, chain, p)));
        return outcomes;
    }

    /** @param coarse whether packets that do not match are better kept together than told apart */
    private void meet(Table table, Chain chain, Rule rule, Packets packets, Hook hook, boolean coarse, List<Packets> next,
            List<Outcome> outcomes) {
        Division division = matcher.divide(packets, rule, hook);
        if (coarse && division.others().size() > 1) {
            division = new Division(division.matching(), division.certain(), List.of(packets.inexact()));
        }
        if (division.matching() == null) {
            next.add(packets);
            return;
        }
        Effect effect = rule.effect();
        boolean certain = division.certain() && division.others().isEmpty();
        if (effect.passive() || effect instanceof Effect.Mark) {
            // what only some headers meet is no step of all of them
            boolean told = certain || !division.certain();
            Packets same = told ? packets.by(packets.path().then(step(table, chain, rule, certain))) : packets;
            next.add(effect.passive() ? same : same.remarked());
            return;
        }
        Packets matching = division.matching().by(packets.path().then(step(table, chain, rule, division.certain())));
        Chain called = called(table, effect);
        if (called != null) {
            call(table, chain, called, effect instanceof Effect.Goto, packets, matching, division, hook, next, outcomes);
            return;
        }
        next.addAll(division.others());
        if (effect instanceof Effect.NoTrack) {
            next.add(matching.in(CtState.UNTRACKED));
        } else if (effect instanceof Effect.Jump || effect instanceof Effect.Goto) {
            next.add(matching); // there is no such chain, or it is open already: told when it was read
        } else {
            outcomes.add(new Outcome(verdict(effect), rule, table, chain, matching));
        }
    }

    private void call(Table table, Chain chain, Chain called, boolean go, Packets all, Packets matching, Division division, Hook hook,
            List<Packets> next, List<Outcome> outcomes) {
        List<Packets> back = new ArrayList<>();
        boolean decided = false;
        for (Outcome outcome : through(table, called, matching, hook)) {
            if (outcome.verdict() == Verdict.RETURN) {
                back.add(outcome.packets());
            } else {
                outcomes.add(outcome);
                decided = true;
            }
        }
        if (go) {
            back.forEach(p -> outcomes.add(new Outcome(Verdict.RETURN, null, table, chain, p)));
            next.addAll(division.others());
        } else if (!decided && !budget.spent() && back.stream().allMatch(p -> p.state() == all.state())) {
            // the chain decided nothing, so that it need not be remembered who was in it
            next.add(back.size() == 1 && division.others().isEmpty() ? back.get(0) : all);
        } else {
            next.addAll(back);
            next.addAll(division.others());
        }
    }

    private Chain called(Table table, Effect effect) {
        String name = effect instanceof Effect.Jump jump ? jump.chain() : effect instanceof Effect.Goto go ? go.chain() : null;
        Chain chain = name == null ? null : table.chains().get(name);
        return chain == null || open.contains(chain) || open.size() >= DEEPEST ? null : chain;
    }

    /** Of many ways to the same end, some, and all the others as one. */
    private static List<Outcome> few(List<Outcome> outcomes) {
        if (outcomes.size() <= MOST_WAYS) {
            return outcomes;
        }
        List<Outcome> sorted = new ArrayList<>(outcomes);
        sorted.sort((a, b) -> Boolean.compare(b.packets().certain(), a.packets().certain()));
        Map<Object, List<Outcome>> byEnd = new LinkedHashMap<>();
        for (Outcome o : sorted) {
            List<Outcome> same = byEnd.computeIfAbsent(
                    List.of(o.verdict(), System.identityHashCode(o.rule()), o.packets().state()), e -> new ArrayList<>());
            if (same.size() < MOST_WAYS) {
                same.add(o);
            } else {
                Outcome last = same.get(MOST_WAYS - 1);
                same.set(MOST_WAYS - 1, last.with(last.packets().joined(o.packets())));
            }
        }
        return byEnd.values().stream().flatMap(List::stream).toList();
    }

    static List<Packets> limited(List<Packets> sets) {
        if (sets.size() <= 2 * MOST_SETS) {
            return sets;
        }
        Map<Object, Packets> different = new HashMap<>();
        List<Packets> order = new ArrayList<>();
        for (Packets p : sets) {
            if (different.putIfAbsent(List.of(p.state(), p.region(), p.assumed()), p) == null) {
                order.add(p);
            }
        }
        while (order.size() > MOST_SETS) {
            Packets last = order.remove(order.size() - 1);
            int with = order.size() - 1;
            while (with > 0 && order.get(with).state() != last.state()) {
                with--;
            }
            order.set(with, order.get(with).joined(last));
        }
        return order;
    }

    private static Path.Step step(Table table, Chain chain, Rule rule, boolean certain) {
        return new Path.Step(table, chain, rule, rule.source(), EffectWords.of(rule.effect()), certain);
    }

    private static Verdict verdict(Effect effect) {
        if (effect instanceof Effect.Accept) {
            return Verdict.ACCEPT;
        } else if (effect instanceof Effect.Drop) {
            return Verdict.DROP;
        } else if (effect instanceof Effect.Reset) {
            return Verdict.RESET;
        } else if (effect instanceof Effect.Icmp) {
            return Verdict.ICMP;
        } else if (effect instanceof Effect.SynProxy) {
            return Verdict.SYNPROXY;
        } else if (effect instanceof Effect.Queue) {
            return Verdict.QUEUE;
        } else if (effect instanceof Effect.Nat) {
            return Verdict.TRANSLATE;
        }
        return Verdict.RETURN;
    }
}
