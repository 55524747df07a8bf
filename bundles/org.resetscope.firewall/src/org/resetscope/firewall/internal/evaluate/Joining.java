package org.resetscope.firewall.internal.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the number of sets of packets small: some become one larger set that is marked as not exact. */
final class Joining {

    /** Sets of packets that are followed side by side. */
    static final int MOST_SETS = 24;
    /** Ways through a chain to the same rule that are told apart. */
    private static final int MOST_WAYS = 6;

    private Joining() {
    }

    /** Of many ways to the same end, some, the certain ones first, and all the others as one. */
    static List<Outcome> ways(List<Outcome> outcomes) {
        if (outcomes.size() <= MOST_WAYS) {
            return outcomes;
        }
        List<Outcome> sorted = new ArrayList<>(outcomes);
        sorted.sort((a, b) -> Boolean.compare(b.packets().certain(), a.packets().certain()));
        Map<Object, List<Outcome>> byEnd = new LinkedHashMap<>();
        for (Outcome o : sorted) {
            List<Outcome> same = byEnd.computeIfAbsent(List.of(o.verdict(), System.identityHashCode(o.rule()), o.packets().state()),
                    e -> new ArrayList<>());
            if (same.size() < MOST_WAYS) {
                same.add(o);
            } else {
                Outcome last = same.get(MOST_WAYS - 1);
                same.set(MOST_WAYS - 1, last.with(last.packets().joined(o.packets())));
            }
        }
        return byEnd.values().stream().flatMap(List::stream).toList();
    }

    /** The same packets in fewer sets where there are far too many. */
    static List<Packets> sets(List<Packets> sets) {
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
            while (with >= 0 && order.get(with).state() != last.state()) {
                with--;
            }
            if (with >= 0) {
                order.set(with, order.get(with).joined(last));
            } else {
                order.add(0, last);
            }
        }
        return order;
    }
}
