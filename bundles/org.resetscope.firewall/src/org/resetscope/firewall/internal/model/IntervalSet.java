package org.resetscope.firewall.internal.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A set of whole numbers, kept as ascending, disjoint, not adjacent intervals. Immutable. */
public final class IntervalSet {

    public static final IntervalSet EMPTY = new IntervalSet(new BigInteger[0], new BigInteger[0]);

    private final BigInteger[] low;
    private final BigInteger[] high;
    private int hash;

    private IntervalSet(BigInteger[] low, BigInteger[] high) {
        this.low = low;
        this.high = high;
    }

    /** @param high included */
    public static IntervalSet of(BigInteger low, BigInteger high) {
        return low.compareTo(high) > 0 ? EMPTY : new IntervalSet(new BigInteger[] { low }, new BigInteger[] { high });
    }

    public static IntervalSet of(long low, long high) {
        return of(BigInteger.valueOf(low), BigInteger.valueOf(high));
    }

    public static IntervalSet of(BigInteger value) {
        return of(value, value);
    }

    /** All numbers that fit. */
    public static IntervalSet ofBits(int bits) {
        return of(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }

    public static IntervalSet union(Collection<IntervalSet> sets) {
        List<BigInteger[]> all = new ArrayList<>();
        for (IntervalSet set : sets) {
            for (int i = 0; i < set.low.length; i++) {
                all.add(new BigInteger[] { set.low[i], set.high[i] });
            }
        }
        all.sort((a, b) -> a[0].compareTo(b[0]));
        Builder result = new Builder();
        all.forEach(i -> result.add(i[0], i[1]));
        return result.build();
    }

    public IntervalSet union(IntervalSet other) {
        return union(List.of(this, other));
    }

    public IntervalSet intersect(IntervalSet other) {
        if (this == other || containsAll(other)) {
            return other;
        }
        if (other.containsAll(this)) {
            return this;
        }
        if (!touches(other)) {
            return EMPTY;
        }
        Builder result = new Builder();
        int a = firstEndingAt(other.low[0]);
        int b = other.firstEndingAt(low[a]);
        while (a < low.length && b < other.low.length) {
            BigInteger from = low[a].max(other.low[b]);
            BigInteger to = high[a].min(other.high[b]);
            if (from.compareTo(to) <= 0) {
                result.add(from, to);
            }
            if (high[a].compareTo(other.high[b]) < 0) {
                a++;
            } else {
                b++;
            }
        }
        return result.build();
    }

    public IntervalSet minus(IntervalSet other) {
        if (!touches(other)) {
            return this;
        } else if (other.low.length == 1) {
            return without(other.low[0], other.high[0]);
        }
        Builder result = new Builder();
        int b = 0;
        for (int a = 0; a < low.length; a++) {
            BigInteger from = low[a];
            while (b < other.low.length && other.high[b].compareTo(from) < 0) {
                b++;
            }
            int c = b;
            while (c < other.low.length && other.low[c].compareTo(high[a]) <= 0) {
                if (from.compareTo(other.low[c]) < 0) {
                    result.add(from, other.low[c].subtract(BigInteger.ONE));
                }
                from = other.high[c].add(BigInteger.ONE);
                c++;
            }
            if (from.compareTo(high[a]) <= 0) {
                result.add(from, high[a]);
            }
        }
        return result.build();
    }

    /** Without one interval: what lies apart from it is copied as it is. */
    private IntervalSet without(BigInteger from, BigInteger to) {
        int first = firstEndingAt(from);
        int end = first;
        while (end < low.length && low[end].compareTo(to) <= 0) {
            end++;
        }
        if (first == end) {
            return this;
        }
        int before = first + (low[first].compareTo(from) < 0 ? 1 : 0);
        int after = high[end - 1].compareTo(to) > 0 ? end - 1 : end;
        int size = before + low.length - after;
        if (size == 0) {
            return EMPTY;
        }
        BigInteger[] newLow = Arrays.copyOf(low, size);
        BigInteger[] newHigh = Arrays.copyOf(high, size);
        System.arraycopy(low, after, newLow, before, low.length - after);
        System.arraycopy(high, after, newHigh, before, high.length - after);
        if (before > first) {
            newHigh[first] = from.subtract(BigInteger.ONE);
        }
        if (after < end) {
            newLow[before] = to.add(BigInteger.ONE);
        }
        return new IntervalSet(newLow, newHigh);
    }

    private boolean containsAll(IntervalSet other) {
        return low.length == 1 && other.low.length > 0 && low[0].compareTo(other.low[0]) <= 0
                && high[0].compareTo(other.high[other.high.length - 1]) >= 0;
    }

    /** Whether an interval of one begins in the span of the other and reaches one of its intervals; cheap where they are far apart. */
    private boolean touches(IntervalSet other) {
        if (isEmpty() || other.isEmpty()) {
            return false;
        }
        int a = firstEndingAt(other.low[0]);
        return a < low.length && low[a].compareTo(other.high[other.high.length - 1]) <= 0;
    }

    /** Index of the first interval that does not end before a value. */
    private int firstEndingAt(BigInteger value) {
        int found = Arrays.binarySearch(high, value);
        return found >= 0 ? found : -found - 1;
    }

    public boolean isEmpty() {
        return low.length == 0;
    }

    /** Number of intervals. */
    public int size() {
        return low.length;
    }

    /** @throws ArrayIndexOutOfBoundsException where it is empty */
    public BigInteger smallest() {
        return low[0];
    }

    /** First and last number of an interval. */
    public BigInteger[] interval(int index) {
        return new BigInteger[] { low[index], high[index] };
    }

    /** Whether it holds one number. */
    public boolean single() {
        return low.length == 1 && low[0].equals(high[0]);
    }

    @Override
    public boolean equals(Object o) {
        return this == o || o instanceof IntervalSet other && low.length == other.low.length && Arrays.equals(low, other.low)
                && Arrays.equals(high, other.high);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < low.length; i++) {
            text.append(i == 0 ? "" : ", ").append(low[i]).append(low[i].equals(high[i]) ? "" : "-" + high[i]);
        }
        return text.append('}').toString();
    }

    /** Takes intervals by ascending start. */
    private static final class Builder {
        private final List<BigInteger> low = new ArrayList<>();
        private final List<BigInteger> high = new ArrayList<>();

        void add(BigInteger from, BigInteger to) {
            int last = high.size() - 1;
            if (last >= 0 && high.get(last).add(BigInteger.ONE).compareTo(from) >= 0) {
                high.set(last, high.get(last).max(to));
            } else {
                low.add(from);
                high.add(to);
            }
        }

        IntervalSet build() {
            return low.isEmpty() ? EMPTY : new IntervalSet(low.toArray(BigInteger[]::new), high.toArray(BigInteger[]::new));
        }
    }
}
