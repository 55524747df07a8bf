package org.resetscope.core.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for a steady period in a series of times. A period shows as a chain: events that follow each other after it, or after a small
 * multiple of it where some are missing. Events off the chain do not break it, and as every step counts from the event before, it may
 * drift.
 *
 * <p>Chains come about by chance too. Where events come at random (Poisson) with density d, an event has on average m = 2 t d (1 + ...)
 * followers within the tolerance t of some multiple; so among n events, each with s others that could give the period, n s m^(k-2) chains
 * of k events are to be expected. Only a chain that is much longer than that tells something. The density is the larger one of the whole
 * and that within the closer half of the events, as real resets come in flocks.
 */
final class PeriodFinder {

    /** Whole chains are shorter than this number of events by chance too often. */
    static final int LEAST_EVENTS = 5;
    /** Of a longer series the start tells the period. */
    private static final int MOST_EVENTS = 2000;
    /** Later events that may be the next one of the period; so many unrelated ones may lie between. */
    private static final int SUCCESSORS = 16;
    private static final int CANDIDATES = 12;
    /** A length that comes once is no period. */
    private static final int LEAST_OFTEN = 2;
    /** Resets closer than this are one event; several, as a burst may take longer than a short period. */
    private static final double[] BURSTS = { 0.2, 2, 20 };
    /** Of the burst's longest pause a period must be a multiple. */
    private static final double BURSTS_IN_PERIOD = 5;
    private static final double[] TOLERANCES = { 0.001, 0.004, 0.02, 0.06 };
    /** Steps may be so many periods long; the vaguer the period, the fewer. */
    private static final int[] LONGEST_STEP = { 4, 4, 4, 3 };
    /** A period that chains of its multiple may hide. */
    private static final int[] PARTS = { 2, 3 };
    /** Events within a tolerance by chance; above that a chain of any length says nothing. */
    private static final double DENSEST = 0.15;
    private static final double LIKELY = Math.log(Patterns.MOST_CHANCE);
    /** Of the steps so many are one period long: otherwise a multiple is the period. */
    private static final double SINGLE_STEPS = 0.25;
    /** Unrelated events fall between those of a period too. */
    private static final double SINGLE_STEPS_OF_PART = 0.4;

    private PeriodFinder() {
    }

    /**
     * @param period in seconds; spread likewise
     * @param missing events that the chain steps over
     * @param members first and last index of the times in each event
     * @param logChance natural logarithm of the expected number of such findings by chance
     */
    record Found(double period, double spread, int missing, List<int[]> members, double logChance) {
    }

    /**
     * @param times in seconds, ascending
     * @param resolution of the clock, in seconds
     * @return the period that is least likely by chance, or null where the times have none that could be told from chance
     */
    static Found find(double[] times, double resolution) {
        Found best = null;
        int before = -1;
        int looks = 0;
        for (double burst : BURSTS) {
            List<int[]> events = events(times, burst);
            if (events.size() < LEAST_EVENTS) {
                break;
            }
            if (events.size() != before) {
                before = events.size();
                looks++;
                Found found = find(times, events, burst * BURSTS_IN_PERIOD, resolution);
                best = found != null && (best == null || found.logChance < best.logChance) ? found : best;
            }
        }
        return best == null ? null
                : new Found(best.period, best.spread, best.missing, best.members, best.logChance + Math.log(looks));
    }

    /** First and last index of each burst. */
    private static List<int[]> events(double[] times, double burst) {
        List<int[]> events = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            if (i > 0 && times[i] - times[i - 1] < burst) {
                events.get(events.size() - 1)[1] = i;
            } else if (events.size() < MOST_EVENTS) {
                events.add(new int[] { i, i });
            } else {
                break;
            }
        }
        return events;
    }

    private static Found find(double[] times, List<int[]> events, double shortest, double resolution) {
        double[] t = events.stream().mapToDouble(e -> times[e[0]]).toArray();
        double density = density(t);
        Chain best = null;
        int level = 0;
        for (int i = 0; i < TOLERANCES.length; i++) {
            for (double candidate : candidates(t, TOLERANCES[i], shortest, density)) {
                Chain chain = chain(t, candidate, i, resolution);
                if (chain.length() >= LEAST_EVENTS) {
                    chain = chain(t, chain.period(), i, resolution);
                    if (chain.tells(shortest) && (best == null || chain.logChance(density) < best.logChance(density))) {
                        best = chain;
                        level = i;
                    }
                }
            }
        }
        if (best == null) {
            return null;
        }
        // every other event of a period makes a chain too, which bridges longer gaps and may look steadier
        for (int parts : PARTS) {
            for (int i = level; i < TOLERANCES.length; i++) {
                Chain chain = chain(t, best.period() / parts, i, resolution);
                if (chain.tells(shortest) && chain.single() >= SINGLE_STEPS_OF_PART && chain.logChance(density) < LIKELY
                        && chain.members().size() > best.members().size()) {
                    best = chain;
                    break;
                }
            }
        }
        return new Found(best.period(), best.spread(), best.missing(), best.members().stream().map(events::get).toList(),
                best.logChance(density));
    }

    private static Chain chain(double[] t, double period, int level, double resolution) {
        return new Chain(t, period, Math.max(TOLERANCES[level] * period, resolution), LONGEST_STEP[level]);
    }

    private static double density(double[] t) {
        double[] gaps = new double[t.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = t[i + 1] - t[i];
        }
        Arrays.sort(gaps);
        // half of the gaps of a Poisson process are shorter than ln 2 of their mean
        return Math.max(gaps.length / (t[t.length - 1] - t[0]), Math.log(2) / gaps[gaps.length / 2]);
    }

    /** Lengths that lie between events more often than chance has it, the most remarkable first. */
    private static List<Double> candidates(double[] t, double tolerance, double shortest, double density) {
        double least = Math.log(shortest);
        int[] counts = new int[(int) Math.max(0, (Math.log(t[t.length - 1] - t[0]) - least) / tolerance) + 2];
        for (int i = 0; i < t.length; i++) {
            for (int j = i + 1; j < t.length && j <= i + SUCCESSORS; j++) {
                double length = t[j] - t[i];
                if (length >= shortest) {
                    counts[(int) ((Math.log(length) - least) / tolerance)]++;
                }
            }
        }
        record Candidate(double length, double excess) {
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int bin = 0; bin + 1 < counts.length; bin++) {
            // the peak may lie on the border of two
            boolean border = counts[bin + 1] > 0;
            double length = Math.exp(least + (bin + (border ? 1 : 0.5)) * tolerance);
            if (counts[bin] > 0 && counts[bin] + counts[bin + 1] >= LEAST_OFTEN && density * length * tolerance <= DENSEST) {
                double expected = t.length * density * length * tolerance * (border ? 2 : 1);
                candidates.add(new Candidate(length, (counts[bin] + counts[bin + 1] - expected) / Math.sqrt(expected + 1)));
            }
        }
        return candidates.stream().sorted(Comparator.comparingDouble((Candidate c) -> -c.excess)).limit(CANDIDATES)
                .map(Candidate::length).toList();
    }

    /** The longest chain of events at one period. */
    private static final class Chain {

        private final double[] t;
        private final double period;
        private final double tolerance;
        private final int longestStep;
        private final int[] lengths;
        private final int[] previous;
        private final int[] steps;
        /** For each step the first event that the next one may follow by it. */
        private final int[] starts;
        private int end;

        Chain(double[] t, double period, double tolerance, int longestStep) {
            this.t = t;
            this.period = period;
            this.tolerance = tolerance;
            this.longestStep = longestStep;
            this.lengths = new int[t.length];
            this.previous = new int[t.length];
            this.steps = new int[t.length];
            this.starts = new int[longestStep + 1];
            for (int j = 0; j < t.length; j++) {
                reach(j);
                end = lengths[j] > lengths[end] ? j : end;
            }
        }

        /** Deviations of single periods add up over a longer step like those of a walk. */
        private double tolerance(int step) {
            return Math.min(tolerance * Math.sqrt(step), period / 2);
        }

        private double windows() {
            double sum = 0;
            for (int step = 1; step <= longestStep; step++) {
                sum += 2 * tolerance(step);
            }
            return sum;
        }

        private void reach(int j) {
            lengths[j] = 1;
            previous[j] = -1;
            double off = 0;
            for (int step = 1; step <= longestStep; step++) {
                double at = t[j] - step * period;
                double reach = tolerance(step);
                while (t[starts[step]] < at - reach) {
                    starts[step]++;
                }
                for (int i = starts[step]; i < j && t[i] <= at + reach; i++) {
                    double distance = Math.abs(t[i] - at) / reach;
                    if (lengths[i] + 1 > lengths[j] || lengths[i] + 1 == lengths[j] && distance < off) {
                        lengths[j] = lengths[i] + 1;
                        previous[j] = i;
                        steps[j] = step;
                        off = distance;
                    }
                }
            }
        }

        int length() {
            return lengths[end];
        }

        boolean tells(double shortest) {
            return length() >= LEAST_EVENTS && single() >= SINGLE_STEPS && period() >= shortest;
        }

        /** Of all tolerances looked at too. */
        double logChance(double density) {
            double others = Math.min(SUCCESSORS, t.length - 1);
            return Math.log(TOLERANCES.length * t.length * others) + (length() - 2) * Math.min(0, Math.log(density * windows()));
        }

        /** The mean length of a period in the longest chain. */
        double period() {
            int sum = 0;
            int first = end;
            for (int at = end; previous[at] >= 0; at = previous[at]) {
                sum += steps[at];
                first = previous[at];
            }
            return sum == 0 ? 0 : (t[end] - t[first]) / sum;
        }

        double spread() {
            double mean = period();
            double squares = 0;
            for (int at = end; previous[at] >= 0; at = previous[at]) {
                double off = t[at] - t[previous[at]] - steps[at] * mean;
                squares += off * off / steps[at];
            }
            return Math.sqrt(squares / Math.max(1, length() - 2));
        }

        /** Share of the steps that are one period long. */
        private double single() {
            int single = 0;
            for (int at = end; previous[at] >= 0; at = previous[at]) {
                single += steps[at] == 1 ? 1 : 0;
            }
            return single / Math.max(1.0, length() - 1);
        }

        int missing() {
            int missing = 0;
            for (int at = end; previous[at] >= 0; at = previous[at]) {
                missing += steps[at] - 1;
            }
            return missing;
        }

        /** Events of this chain and of others at the same period: a single late event breaks a chain, not the habit. */
        Set<Integer> members() {
            Integer[] ends = new Integer[t.length];
            Arrays.setAll(ends, i -> i);
            Arrays.sort(ends, Comparator.comparingInt(i -> -lengths[i]));
            Set<Integer> members = new HashSet<>();
            for (int last : ends) {
                List<Integer> chain = new ArrayList<>();
                for (int at = last; at >= 0 && !members.contains(at); at = previous[at]) {
                    chain.add(at);
                }
                if (chain.size() >= LEAST_EVENTS - 1) {
                    members.addAll(chain);
                }
            }
            return new TreeSet<>(members);
        }
    }
}
