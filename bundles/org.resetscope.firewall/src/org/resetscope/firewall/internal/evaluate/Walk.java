package org.resetscope.firewall.internal.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    /** What it takes to begin with a chain, in comparisons. */
    private static final int WALK_COST = 200;
    private static final int MOST_KNOWN = 50_000;
    /** Different sets of packets for which a chain is worked out anew. */
    private static final int MOST_QUESTIONS = 500;
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
            relative = Joining.ways(relative);
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

    /** A chain that is being walked: where it is, and what has come of it so far. */
    private static final class Frame {

        private final Table table;
        private final Chain chain;
        private final Hook hook;
        private final List<Outcome> outcomes = new ArrayList<>();
        private List<Packets> next = new ArrayList<>();

        Frame(Table table, Chain chain, Hook hook) {
            this.table = table;
            this.chain = chain;
            this.hook = hook;
        }

        void end(Verdict verdict, Rule rule, Packets packets) {
            outcomes.add(new Outcome(verdict, rule, table, chain, packets));
        }
    }

    private List<Outcome> walk(Table table, Chain chain, Packets packets, Hook hook) {
        Frame frame = new Frame(table, chain, hook);
        List<Packets> live = List.of(packets);
        for (Rule rule : chain.rules()) {
            frame.next = new ArrayList<>(live.size() + 1);
            for (Packets p : live) {
                if (!budget.spend(1)) {
                    return frame.outcomes;
                }
                Division division = matcher.divide(p, rule, hook);
                meet(frame, rule, p, live.size() >= Joining.MOST_SETS ? coarse(division, p) : division);
            }
            if (frame.next.isEmpty()) {
                return frame.outcomes;
            }
            live = Joining.sets(frame.next);
        }
        live.forEach(p -> frame.end(Verdict.RETURN, null, p));
        return frame.outcomes;
    }

    /** Keeps together what does not match. */
    private static Division coarse(Division division, Packets packets) {
        return division.others().size() <= 1 ? division
                : new Division(division.matching(), division.certain(), List.of(packets.inexact()));
    }

    private void meet(Frame frame, Rule rule, Packets packets, Division division) {
        if (division.matching() == null) {
            frame.next.add(packets);
            return;
        }
        Effect effect = rule.effect();
        boolean certain = division.certain() && division.others().isEmpty();
        if (effect.passive() || effect instanceof Effect.Mark) {
            // what only some headers meet is no step of all of them
            boolean told = certain || !division.certain();
            Packets same = told ? packets.by(packets.path().then(step(frame, rule, certain))) : packets;
            frame.next.add(effect.passive() ? same : same.remarked());
            return;
        }
        Packets matching = division.matching().by(packets.path().then(step(frame, rule, division.certain())));
        Chain called = called(frame.table, effect);
        if (called != null) {
            call(frame, called, effect instanceof Effect.Goto, packets, matching, division.others());
            return;
        }
        frame.next.addAll(division.others());
        if (effect instanceof Effect.NoTrack) {
            frame.next.add(matching.in(CtState.UNTRACKED));
        } else if (effect instanceof Effect.Jump || effect instanceof Effect.Goto) {
            frame.next.add(matching); // there is no such chain, or it is open already: told when it was read
        } else {
            frame.end(verdict(effect), rule, matching);
        }
    }

    /** @param all those that the calling rule was asked about: the matching ones and the others */
    private void call(Frame frame, Chain called, boolean go, Packets all, Packets matching, List<Packets> others) {
        List<Packets> back = new ArrayList<>();
        boolean decided = budget.spent();
        for (Outcome outcome : through(frame.table, called, matching, frame.hook)) {
            if (outcome.verdict() == Verdict.RETURN) {
                back.add(outcome.packets());
                decided |= outcome.packets().state() != all.state() || !outcome.packets().knows(all);
            } else {
                frame.outcomes.add(outcome);
                decided = true;
            }
        }
        if (go) {
            back.forEach(p -> frame.end(Verdict.RETURN, null, p));
            frame.next.addAll(others);
        } else if (decided || budget.spent()) {
            frame.next.addAll(back);
            frame.next.addAll(others);
        } else {
            // the chain changed nothing, so that it need not be remembered who was in it
            frame.next.add(back.size() == 1 && others.isEmpty() ? back.get(0) : all);
        }
    }

    private Chain called(Table table, Effect effect) {
        String name = effect instanceof Effect.Jump jump ? jump.chain() : effect instanceof Effect.Goto go ? go.chain() : null;
        Chain chain = name == null ? null : table.chains().get(name);
        return chain == null || open.contains(chain) || open.size() >= DEEPEST ? null : chain;
    }

    private static Path.Step step(Frame frame, Rule rule, boolean certain) {
        return new Path.Step(frame.table, frame.chain, rule, rule.source(), EffectWords.of(rule.effect()), certain);
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
