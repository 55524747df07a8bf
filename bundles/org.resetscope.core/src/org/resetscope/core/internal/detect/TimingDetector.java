package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;

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
    private static final double SLOW = 1.5;
    /** Round trips that have to be seen before the shortest is taken for the path's. */
    private static final int ENOUGH = 4;
    /** Answers to one flight of segments follow each other more closely than this part of the round trip. */
    private static final double APART = 0.3;
    /** Round trips after which nothing is answered any more. */
    private static final int REMEMBERED = 3;

    /**
     * A reset and what it answers.
     *
     * @param by the reset, or the first of the row of resets that it belongs to
     * @param to the segment it answers by the order of both
     * @param earliest the first segment that it could answer
     */
    private record Answer(Segment by, Segment to, Segment earliest) {

        long nanos() {
            return by.timeNanos() - to.timeNanos();
        }

        long atMostNanos() {
            return by.timeNanos() - earliest.timeNanos();
        }
    }

    @Override
    public List<Evidence> examine(Dossier d) {
        boolean own = d.claimed().turnaroundNanos() >= 0;
        long turnaround = own ? d.claimed().turnaroundNanos() : d.claimedHost().turnaroundNanos();
        Answer answer = turnaround < SHORTEST_PATH_NANOS ? null : answer(d, turnaround);
        if (answer == null || answer.nanos() < 0) {
            return List.of();
        }
        double atMost = (double) answer.atMostNanos() / turnaround;
        if (atMost < TOO_FAST) {
            boolean trusted = own ? d.claimed().turnarounds() >= ENOUGH : d.claimedHost().flows() >= ENOUGH;
            return found(d, answer.by, answer.earliest, turnaround, trusted ? tooFast(atMost) : tooFastForFew(atMost),
                    "too fast to come from there");
        }
        double ratio = (double) answer.nanos() / turnaround;
        boolean alone = answer.by == d.reset() && d.triggers() <= 1;
        String signal = ratio <= SAFELY_SLOW ? null : ratio < SLOW ? alone ? "as-usual" : "as-usual-flight" : alone ? "slow" : null;
        return signal == null ? List.of() : found(d, answer.by, answer.to, turnaround, signal, "as it would coming from there");
    }

    private static List<Evidence> found(Dossier d, Segment by, Segment to, long turnaround, String signal, String meaning) {
        long took = by.timeNanos() - to.timeNanos();
        return Finding.of("timing." + signal).on(d, to, by)
                .says((by == d.reset() ? "It" : "The first of these resets (frame " + by.frame() + ")") + " answers frame " + to.frame() + " after "
                        + Durations.text(took) + "; the " + d.claimedName() + (d.claimed().turnaroundNanos() >= 0 ? "" : "'s host")
                        + " never answered in less than " + Durations.text(turnaround) + " (" + Decimals.text((double) took / turnaround, 2)
                        + " of that): " + meaning + ".");
    }

    /** Routes change and become shorter, but seldom by more than half. */
    private static String tooFast(double ratio) {
        return ratio < 0.3 ? "too-fast-0-30" : ratio < 0.45 ? "too-fast-30-45" : ratio < 0.65 ? "too-fast-45-65" : "too-fast-65-80";
    }

    /** One round trip to compare may have been inflated by address resolution. */
    private static String tooFastForFew(double ratio) {
        return ratio < 0.3 ? "too-fast-few-0-30" : ratio < 0.45 ? "too-fast-few-30-45" : ratio < 0.65 ? "too-fast-few-45-65" : "too-fast-few-65-80";
    }

    private static Answer answer(Dossier d, long turnaround) {
        if (d.reset().has(ACK) && d.trigger() == null) {
            Segment acknowledged = acknowledged(d);
            return acknowledged == null ? null : new Answer(d.reset(), acknowledged, acknowledged);
        }
        Segment first = firstOfRow(d, (long) (APART * turnaround));
        // whatever was sent within the round trip before it is known
        boolean knownFar = d.complete() || first.timeNanos() - d.before().get(0).timeNanos() >= turnaround;
        if (first == d.reset()) {
            return d.trigger() == null || !knownFar ? null : new Answer(first, d.trigger(), d.trigger());
        }
        // which of a row answers which segment gets lost where packets do; but the first answers none older than the first that fits
        long oldest = first.timeNanos() - REMEMBERED * turnaround;
        List<Segment> fitting = d.before().stream().filter(s -> !d.fromClaimed(s) && !s.has(RST) && s.has(ACK) && s.ack() == first.seq())
                .filter(s -> s.timeNanos() >= oldest && s.frame() < first.frame()).toList();
        return fitting.isEmpty() || !knownFar ? null
                : new Answer(first, fitting.stream().filter(s -> s.payloadLength() > 0).findFirst().orElse(fitting.get(0)), fitting.get(0));
    }

    /**
     * The first of those resets that follow each other at once and look the same, so that they have one author; the reset itself where it
     * stands alone.
     */
    private static Segment firstOfRow(Dossier d, long apart) {
        Segment first = d.reset();
        for (int i = d.before().size() - 1; i >= 0; i--) {
            Segment s = d.before().get(i);
            if (d.fromClaimed(s)) {
                boolean goesOn = s.has(RST) && alike(s, first) && first.timeNanos() - s.timeNanos() <= apart;
                if (!goesOn) {
                    return first;
                }
                first = s;
            }
        }
        return first;
    }

    private static boolean alike(Segment a, Segment b) {
        return a.flags() == b.flags() && a.ttl() == b.ttl() && a.tos() == b.tos() && a.window() == b.window()
                && a.dontFragment() == b.dontFragment() && a.ipId() == 0 == (b.ipId() == 0) && a.flowLabel() == 0 == (b.flowLabel() == 0);
    }

    /** The segment that the reset acknowledges, so that it had arrived at the claimed sender before. */
    private static Segment acknowledged(Dossier d) {
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
