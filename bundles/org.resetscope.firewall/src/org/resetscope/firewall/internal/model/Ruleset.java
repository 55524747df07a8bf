package org.resetscope.firewall.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All rules of a machine, whatever language they were written in. Immutable. */
public final class Ruleset {

    private final List<Table> tables;
    private final List<BaseChain> baseChains;

    /** @param baseChains in the order of their registration */
    public Ruleset(List<Table> tables, List<BaseChain> baseChains) {
        this.tables = List.copyOf(tables);
        List<BaseChain> sorted = new ArrayList<>(baseChains);
        sorted.sort(Comparator.comparing(BaseChain::hook).thenComparingInt(BaseChain::priority));
        this.baseChains = List.copyOf(sorted);
    }

    public List<Table> tables() {
        return tables;
    }

    /** Families that have a table. */
    public Set<Family> families() {
        Set<Family> families = new TreeSet<>();
        tables.forEach(t -> families.add(t.family()));
        return families;
    }

    /** Those that a packet meets in a hook, in its order. */
    public List<BaseChain> at(Family family, Hook hook) {
        return baseChains.stream().filter(b -> b.hook() == hook && b.table().family() == family).toList();
    }

    public List<BaseChain> baseChains(Family family) {
        return baseChains.stream().filter(b -> b.table().family() == family).toList();
    }

    public Optional<Table> table(Family family, String name) {
        return tables.stream().filter(t -> t.family() == family && t.name().equals(name)).findFirst();
    }
}
