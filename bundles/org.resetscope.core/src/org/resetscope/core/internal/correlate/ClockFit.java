package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits one clock to another from packets that both captures saw. A packet takes time from one point to the other, so packets of one
 * direction bound the offset from above and those of the other from below; the least delayed of each bound it closest (Mills, RFC 5905;
 * Moon, Skelly, Towsley: Estimation and Removal of Clock Skew from Network Delay Measurements, INFOCOM 1999).
 */
final class ClockFit {

    private static final int BINS = 24;
    private static final int LEAST_PER_BIN = 2;
    /** Quartz is better than this; more is a broken fit. */
    private static final double MOST_DRIFT = 1e-3;
    /** Error where one direction alone ties the clocks: as long as a way may be. */
    private static final long ONE_WAY_NANOS = 100_000_000;

    /** One packet at both points: {@code own - reference} is offset plus or minus the way between them. */
    record Anchor(long referenceNanos, long ownNanos, boolean fromClient) {

        long difference() {
            return ownNanos - referenceNanos;
        }
    }

    /**
     * @param clock of the capture against the reference
     * @param aheadNanos how much later packets from the client reach this point than the reference, by a way that both directions share;
     *        negative: this point is nearer to the client. 0 where one direction only was seen.
     * @param fromClientNanos usual time that packets from the client take from the reference to here; fromServerNanos likewise
     * @param spreadNanos by which these times vary
     */
    record Fit(Clock clock, long aheadNanos, long fromClientNanos, long fromServerNanos, long spreadNanos) {

        static final Fit REFERENCE = new Fit(Clock.REFERENCE, 0, 0, 0, 0);
        static final Fit UNTIED = new Fit(Clock.UNTIED, 0, 0, 0, 0);

        long usualNanos(boolean fromClient) {
            return fromClient ? fromClientNanos : fromServerNanos;
        }
    }

    private ClockFit() {
    }

    /** @param precisionNanos of the coarser of both clocks */
    static Fit fit(List<Anchor> anchors, long precisionNanos) {
        if (anchors.isEmpty()) {
            return Fit.UNTIED;
        }
        long origin = anchors.stream().mapToLong(Anchor::ownNanos).min().getAsLong();
        double drift = drift(anchors, origin);
        long[] there = detrended(anchors, true, drift, origin);
        long[] back = detrended(anchors, false, drift, origin);
        if (there.length == 0 || back.length == 0) {
            long[] only = there.length == 0 ? back : there;
            // nobody knows by how much even the least delayed was
            long offset = only[only.length / 2];
            return new Fit(new Clock(origin, offset, drift, precisionNanos + ONE_WAY_NANOS, anchors.size()), 0, 0, 0, spread(only));
        }
        long ahead = (there[there.length / 2] - back[back.length / 2]) / 2;
        // the point farther from the client sees its packets later and the server's earlier
        long least = ahead >= 0 ? there[outliers(there)] : there[there.length - 1 - outliers(there)];
        long most = ahead >= 0 ? back[back.length - 1 - outliers(back)] : back[outliers(back)];
        long offset = least / 2 + most / 2;
        return new Fit(new Clock(origin, offset, drift, Math.abs(least - most) / 2 + precisionNanos, anchors.size()), ahead,
                there[there.length / 2] - offset, back[back.length / 2] - offset, Math.max(spread(there), spread(back)));
    }

    /** A few lie about: a retransmission taken for the original. */
    private static int outliers(long[] sorted) {
        return sorted.length / 20;
    }

    private static long spread(long[] sorted) {
        return sorted[sorted.length - 1 - outliers(sorted)] - sorted[outliers(sorted)];
    }

    private static long[] detrended(List<Anchor> anchors, boolean fromClient, double drift, long origin) {
        return anchors.stream().filter(a -> a.fromClient() == fromClient)
                .mapToLong(a -> a.difference() - Math.round(drift * (a.ownNanos() - origin))).sorted().toArray();
    }

    /** Median of the slopes between the middles of the bounds in successive stretches of time (Theil and Sen); 0 where it drowns in noise. */
    private static double drift(List<Anchor> anchors, long origin) {
        long length = anchors.stream().mapToLong(Anchor::ownNanos).max().getAsLong() - origin;
        if (length < 1_000_000_000L) {
            return 0;
        }
        List<double[]> middles = new ArrayList<>();
        List<List<Anchor>> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            bins.add(new ArrayList<>());
        }
        anchors.forEach(a -> bins.get((int) Math.min(BINS - 1, (a.ownNanos() - origin) * BINS / (length + 1))).add(a));
        double noise = 0;
        for (List<Anchor> bin : bins) {
            long[] there = detrended(bin, true, 0, origin);
            long[] back = detrended(bin, false, 0, origin);
            if (there.length > 0 && back.length > 0 && there.length + back.length >= LEAST_PER_BIN) {
                double middle = there[there.length / 2] / 2.0 + back[back.length / 2] / 2.0;
                double when = bin.stream().mapToLong(a -> a.ownNanos() - origin).average().getAsDouble();
                middles.add(new double[] { when, middle });
                noise = Math.max(noise, Math.min(spread(there), 1e9) / 2 + Math.min(spread(back), 1e9) / 2);
            }
        }
        if (middles.size() < 2) {
            return 0;
        }
        double[] slopes = new double[middles.size() * (middles.size() - 1) / 2];
        int n = 0;
        for (int i = 0; i < middles.size(); i++) {
            for (int j = i + 1; j < middles.size(); j++) {
                double apart = middles.get(j)[0] - middles.get(i)[0];
                slopes[n++] = apart == 0 ? 0 : (middles.get(j)[1] - middles.get(i)[1]) / apart;
            }
        }
        Arrays.sort(slopes);
        double slope = slopes[slopes.length / 2];
        double longest = middles.get(middles.size() - 1)[0] - middles.get(0)[0];
        boolean drowned = Math.abs(slope) * longest < noise / 4 + 2_000;
        return drowned || Math.abs(slope) > MOST_DRIFT ? 0 : slope;
    }
}
