package org.resetscope.firewall.internal.evaluate;

import java.util.Arrays;

import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.IntervalSet;

/** A set of packet headers: every combination of the values allowed per dimension. Immutable, never empty. */
public final class Region {

    /** A set of values in more pieces than this is not worth telling from one without gaps. */
    static final int MOST_PIECES = 256;

    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final IntervalSet[] sets;
    private int hash;

    private Region(IntervalSet[] sets) {
        this.sets = sets;
    }

    /** Every header. */
    public static Region all(Family family) {
        IntervalSet[] sets = new IntervalSet[DIMENSIONS.length];
        for (Dimension dimension : DIMENSIONS) {
            sets[dimension.ordinal()] = dimension.universe(family);
        }
        return new Region(sets);
    }

    public IntervalSet get(Dimension dimension) {
        return sets[dimension.ordinal()];
    }

    /** @param values not empty */
    public Region with(Dimension dimension, IntervalSet values) {
        if (sets[dimension.ordinal()].equals(values)) {
            return this;
        }
        IntervalSet[] copy = sets.clone();
        copy[dimension.ordinal()] = values;
        return new Region(copy);
    }

    /** @return null where nothing is in both */
    public Region intersect(Region other) {
        IntervalSet[] both = new IntervalSet[sets.length];
        for (int i = 0; i < sets.length; i++) {
            both[i] = sets[i].intersect(other.sets[i]);
            if (both[i].isEmpty()) {
                return null;
            }
        }
        return new Region(both);
    }

    /** A region that holds both; the smallest one unless that is ragged. */
    public Region hull(Region other) {
        IntervalSet[] both = new IntervalSet[sets.length];
        for (int i = 0; i < sets.length; i++) {
            both[i] = sets[i].equals(other.sets[i]) ? sets[i] : smoothed(sets[i].union(other.sets[i]));
        }
        return new Region(both);
    }

    private static IntervalSet smoothed(IntervalSet set) {
        return set.size() <= MOST_PIECES ? set : IntervalSet.of(set.smallest(), set.interval(set.size() - 1)[1]);
    }

    /** Of the packets that answer these. */
    public Region reversed() {
        IntervalSet[] other = new IntervalSet[sets.length];
        for (Dimension dimension : DIMENSIONS) {
            other[dimension.reversed().ordinal()] = sets[dimension.ordinal()];
        }
        return new Region(other);
    }

    @Override
    public boolean equals(Object o) {
        return this == o || o instanceof Region other && Arrays.equals(sets, other.sets);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(sets);
        }
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(sets);
    }
}
