package org.resetscope.firewall.internal.lint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.resetscope.firewall.internal.evaluate.Region;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.IntervalSet;

/** Single packets of a region, the same ones each time. */
final class Samples {

    private static final int COUNT = 8;

    private Samples() {
    }

    static List<Region> of(Region region) {
        Random random = new Random(1);
        List<Region> samples = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Region sample = region;
            for (Dimension dimension : Dimension.values()) {
                sample = sample.with(dimension, one(region.get(dimension), random));
            }
            samples.add(sample);
        }
        return samples;
    }

    private static IntervalSet one(IntervalSet set, Random random) {
        BigInteger[] interval = set.interval(random.nextInt(set.size()));
        BigInteger span = interval[1].subtract(interval[0]).add(BigInteger.ONE);
        return IntervalSet.of(interval[0].add(new BigInteger(span.bitLength() + 8, random).mod(span)));
    }
}
