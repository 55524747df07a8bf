package org.resetscope.calibration;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Verdicts whose likeliest sender has a probability between two bounds.
 *
 * @param stated mean probability; came: share of those that were right
 */
record Bin(int count, double stated, double came) {

    /** Without the empty ones. */
    static List<Bin> of(Collection<Judged> verdicts, int bins) {
        return IntStream.range(0, bins).mapToObj(i -> of(verdicts.stream()
                .filter(j -> Math.min(bins - 1, (int) (j.highest() * bins)) == i).toList())).filter(b -> b.count > 0).toList();
    }

    private static Bin of(List<Judged> inside) {
        return new Bin(inside.size(), inside.stream().mapToDouble(Judged::highest).average().orElse(0),
                inside.stream().mapToDouble(j -> j.highestIsRight() ? 1 : 0).average().orElse(0));
    }
}
