package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Decimals;
import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;

/**
 * Nothing comes back from a host faster than the way there and back takes. A reset that answers or acknowledges a segment sooner was
 * built on the way. Measured: devices 0.1 to 0.8 of the round trip, endpoints 0.9 and more.
 */
public final class TimingDetector implements Detector {

    /** Below this, scheduling and capture jitter are as large as the path. */
    private static final long SHORTEST_PATH_NANOS = 800_000;
    private static final double TOO_FAST = 0.80;
    private static final double SAFELY_SLOW = 0.93;

    @Override
    public List<Evidence> examine(Dossier d) {
        boolean own = d.claimed().turnaroundNanos() >= 0;
        long turnaround = own ? d.claimed().turnaroundNanos() : d.claimedHost().turnaroundNanos();
        Segment answered = answered(d);
        if (answered == null || turnaround < SHORTEST_PATH_NANOS) {
            return List.of();
        }
        long took = d.reset().timeNanos() - answered.timeNanos();
        double ratio = (double) took / turnaround;
        boolean trusted = own ? d.claimed().turnarounds() > 1 : d.claimedHost().flows() > 1;
        String times = "It answers frame " + answered.frame() + " after " + Durations.text(took) + "; the " + d.claimedName()
                + (own ? "" : "'s host") + " never answered in less than " + Durations.text(turnaround) + " (" + Decimals.text(ratio, 2) + " of that)";
        if (took < 0) {
            return List.of();
        }
        if (ratio < TOO_FAST) {
            return Finding.of(trusted ? tooFast(ratio) : "timing.too-fast-once").on(d, answered, d.reset())
                    .says(times + ": too fast to come from there.");
        }
        if (ratio > SAFELY_SLOW && d.triggers() <= 1) {
            return Finding.of(ratio < 1.5 ? "timing.as-usual" : "timing.slow").on(d, answered, d.reset())
                    .says(times + ", as it would coming from there.");
        }
        return List.of();
    }

    /** Routes change and become shorter, but seldom by more than half. */
    private static String tooFast(double ratio) {
        return ratio < 0.3 ? "timing.too-fast-0-30" : ratio < 0.45 ? "timing.too-fast-30-45"
                : ratio < 0.65 ? "timing.too-fast-45-65" : "timing.too-fast-65-80";
    }

    /** The segment whose arrival at the claimed sender the reset presupposes. */
    private static Segment answered(Dossier d) {
        if (d.trigger() != null) {
            return d.triggers() <= 1 ? d.trigger() : null;
        }
        Segment newest = null;
        for (Segment s : d.before()) {
            if (!d.fromClaimed(s) && s.payloadLength() > 0 && s.end() == d.reset().ack()) {
                if (newest == null || newest.end() != s.end()) {
                    newest = s;
                }
            } else if (d.fromClaimed(s) && newest != null && s.ack() == newest.end()) {
                newest = null;
            }
        }
        return newest;
    }
}
