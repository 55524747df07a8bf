package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.resetscope.firewall.internal.model.IntervalSet;

/** Sets of numbers do what sets do. */
class IntervalSetTest {

    private static final int RANGE = 40;

    private final Random random = new Random(11);

    private BitSet bits(int pieces) {
        BitSet bits = new BitSet();
        for (int i = 0; i < pieces; i++) {
            int from = random.nextInt(RANGE);
            bits.set(from, from + 1 + random.nextInt(RANGE - from));
            int hole = random.nextInt(RANGE);
            bits.clear(hole, hole + random.nextInt(6));
        }
        return bits;
    }

    private static IntervalSet set(BitSet bits) {
        List<IntervalSet> pieces = new ArrayList<>();
        bits.stream().forEach(i -> pieces.add(IntervalSet.of(BigInteger.valueOf(i))));
        return IntervalSet.union(pieces);
    }

    @Test
    void differenceIntersectionAndUnionAreThoseOfSets() {
        for (int i = 0; i < 20_000; i++) {
            BitSet a = bits(random.nextInt(4));
            BitSet b = bits(random.nextInt(3));
            BitSet minus = (BitSet) a.clone();
            minus.andNot(b);
            BitSet both = (BitSet) a.clone();
            both.and(b);
            BitSet either = (BitSet) a.clone();
            either.or(b);
            assertEquals(set(minus), set(a).minus(set(b)), () -> a + " without " + b);
            assertEquals(set(both), set(a).intersect(set(b)), () -> a + " and " + b);
            assertEquals(set(either), set(a).union(set(b)), () -> a + " or " + b);
        }
    }
}
