package org.resetscope.firewall.internal.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** The rules that were written to drop INVALID packets, whether or not any packet reaches them. */
final class InvalidDrops {

    private final Scene scene;

    InvalidDrops(Scene scene) {
        this.scene = scene;
    }

    /** In chains that a journey's hooks can call after conntrack. */
    List<Rule> on(Journey journey) {
        List<Rule> drops = new ArrayList<>();
        for (BaseChain base : scene.rules().baseChains(scene.family())) {
            boolean early = base.hook().beforeConntrack(base.priority());
            if (journey.hooks().contains(base.hook()) && !early && !base.translation()) {
                closure(base.table(), base.chain()).forEach(c -> collect(base.table(), c, drops));
            }
        }
        return drops;
    }

    /** A verdict map over conntrack's states that a journey's packets can meet and that says nothing of INVALID; null where there is none. */
    Rule incompleteMap(Journey journey) {
        Map<Source, Set<CtState>> states = new LinkedHashMap<>();
        Map<Source, Rule> first = new HashMap<>();
        for (BaseChain base : scene.rules().baseChains(scene.family())) {
            if (journey.hooks().contains(base.hook()) && !base.hook().beforeConntrack(base.priority()) && !base.translation()) {
                for (Chain chain : closure(base.table(), base.chain())) {
                    chain.rules().stream().filter(InvalidDrops::mapped).forEach(r -> {
                        states.computeIfAbsent(r.source(), s -> EnumSet.noneOf(CtState.class)).addAll(r.states());
                        first.putIfAbsent(r.source(), r);
                    });
                }
            }
        }
        return states.entrySet().stream().filter(e -> !e.getValue().contains(CtState.INVALID)).map(e -> first.get(e.getKey())).findFirst().orElse(null);
    }

    private static boolean mapped(Rule rule) {
        return rule.atoms().stream().anyMatch(a -> a instanceof Atom.State state && state.mapped());
    }

    /** Anywhere. */
    List<Rule> all() {
        List<Rule> drops = new ArrayList<>();
        for (Table table : scene.rules().tables()) {
            if (table.family() == scene.family()) {
                table.chains().values().forEach(c -> collect(table, c, drops));
            }
        }
        return drops;
    }

    private static void collect(Table table, Chain chain, List<Rule> drops) {
        for (Rule rule : chain.rules()) {
            if (Scene.meansInvalid(rule) && drops(table, rule.effect())) {
                drops.add(rule);
            }
        }
    }

    private static boolean drops(Table table, Effect effect) {
        Chain called = called(table, effect);
        return effect instanceof Effect.Drop || called != null
                && closure(table, called).stream().anyMatch(c -> c.rules().stream().anyMatch(r -> r.effect() instanceof Effect.Drop));
    }

    private static Set<Chain> closure(Table table, Chain start) {
        Set<Chain> seen = new HashSet<>(Set.of(start));
        Deque<Chain> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Rule rule : open.pop().rules()) {
                Chain called = called(table, rule.effect());
                if (called != null && seen.add(called)) {
                    open.push(called);
                }
            }
        }
        return seen;
    }

    private static Chain called(Table table, Effect effect) {
        String name = effect instanceof Effect.Jump jump ? jump.chain() : effect instanceof Effect.Goto go ? go.chain() : null;
        return name == null ? null : table.chains().get(name);
    }
}
