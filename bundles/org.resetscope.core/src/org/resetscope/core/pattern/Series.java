package org.resetscope.core.pattern;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.resetscope.core.model.Reset;
import org.resetscope.core.pattern.Subject.Scope;

/**
 * The resets of each subject of one scope.
 *
 * @param resets positions in the list of all resets, ascending
 */
record Series(Subject subject, int[] resets) {

    /** Those of at least so many resets: most of many subjects have only one, and cost no list. */
    static List<Series> of(List<Reset> all, Scope scope, int least, Predicate<Reset> which) {
        if (all.size() < least) {
            return List.of();
        }
        Map<Subject, int[]> counts = new HashMap<>();
        for (Reset reset : all) {
            if (which.test(reset)) {
                counts.computeIfAbsent(Subject.of(scope, reset), s -> new int[1])[0]++;
            }
        }
        Map<Subject, int[]> large = new LinkedHashMap<>();
        Map<Subject, int[]> filled = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (which.test(all.get(i))) {
                Subject subject = Subject.of(scope, all.get(i));
                int count = counts.get(subject)[0];
                if (count >= least) {
                    large.computeIfAbsent(subject, s -> new int[count])[filled.computeIfAbsent(subject, s -> new int[1])[0]++] = i;
                }
            }
        }
        return large.entrySet().stream().map(e -> new Series(e.getKey(), e.getValue())).toList();
    }

    Series inOrderOfTime(List<Reset> all) {
        int[] sorted = Arrays.stream(resets).boxed().sorted((a, b) -> Long.compare(nanos(all.get(a)), nanos(all.get(b))))
                .mapToInt(Integer::intValue).toArray();
        return new Series(subject, sorted);
    }

    static long nanos(Reset reset) {
        return reset.packets().get(0).time().nanos();
    }
}
