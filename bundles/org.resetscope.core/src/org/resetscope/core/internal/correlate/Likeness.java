package org.resetscope.core.internal.correlate;

import org.resetscope.core.detect.Sequence;

/**
 * How alike two connections at two points are, in decibans for their being one. What a device between may change (addresses, ports,
 * initial sequence numbers, options) speaks little against it; what nothing on the way makes equal by chance speaks much for it.
 */
final class Likeness {

    private static final int SAME_TUPLE = 24;
    private static final int SAME_END = 8;
    private static final int SAME_PORT = 3;
    private static final int SAME_ISN = 28;
    private static final int OTHER_ISN = -8;
    private static final int SAME_CLOCK = 25;
    private static final int OTHER_CLOCK = -60;
    private static final int STRIPPED = -6;
    /** Ranges that overlap by chance get rarer the shorter they are; so much is kept back for the many connections that are compared. */
    private static final int MOST_OVERLAP = 24;
    private static final int KEPT_BACK = 12;
    private static final int APART = -30;
    private static final int NEAR = -3;
    private static final int NEAR_BYTES = 1 << 26;
    private static final int SAME_DATA = 8;
    private static final int OTHER_DATA = -25;
    private static final int SAME_TIME = 5;
    private static final int OTHER_TIME = -60;
    /** A packet is longer on its way than this only where something is broken. */
    private static final long WAY_NANOS = 2_000_000_000L;

    private Likeness() {
    }

    /** The likelier of the two ways to lay one upon the other. */
    static FlowPair best(SurveyedFlow a, SurveyedFlow b, Clock fromAToB) {
        if (a.clientIsLow != null && b.clientIsLow != null) {
            return weigh(a, b, a.clientIsLow.equals(b.clientIsLow), fromAToB);
        }
        FlowPair aligned = weigh(a, b, true, fromAToB);
        FlowPair crossed = weigh(a, b, false, fromAToB);
        return aligned.decibans() >= crossed.decibans() ? aligned : crossed;
    }

    /** @param clock of b against a; may be untied */
    private static FlowPair weigh(SurveyedFlow a, SurveyedFlow b, boolean aligned, Clock clock) {
        int lowShift = shift(a.low, b.end(aligned));
        int highShift = shift(a.high, b.end(!aligned));
        int decibans = addresses(a.tuple, b.tuple, aligned) + end(a.low, b.end(aligned), lowShift) + end(a.high, b.end(!aligned), highShift)
                + time(a, b, clock);
        return new FlowPair(a, b, aligned, lowShift, highShift, decibans);
    }

    private static int shift(SurveyedEnd a, SurveyedEnd b) {
        return a.synSeen && b.synSeen ? b.isn - a.isn : 0;
    }

    private static int addresses(Tuple a, Tuple b, boolean aligned) {
        int score = 0;
        boolean all = true;
        for (boolean low : new boolean[] { true, false }) {
            boolean otherLow = low == aligned;
            if (a.sameEnd(low, b, otherLow)) {
                score += SAME_END;
            } else {
                all = false;
                score += a.port(low) == b.port(otherLow) ? SAME_PORT : 0;
            }
        }
        return all ? SAME_TUPLE : score;
    }

    private static int end(SurveyedEnd a, SurveyedEnd b, int shift) {
        if (a.segments == 0 || b.segments == 0) {
            return 0;
        }
        int score = 0;
        if (a.synSeen && b.synSeen) {
            score += a.isn == b.isn ? SAME_ISN : OTHER_ISN;
            score += a.synTimestamps && b.synTimestamps ? a.synTsVal == b.synTsVal ? SAME_CLOCK : OTHER_CLOCK
                    : a.synTimestamps != b.synTimestamps ? STRIPPED : 0;
        } else {
            score += ranges(a, b);
        }
        boolean sameStart = a.dataSeen && b.dataSeen && a.firstDataSeq + shift == b.firstDataSeq;
        if (sameStart && a.firstDataDigest != 0 && b.firstDataDigest != 0) {
            score += a.firstDataDigest == b.firstDataDigest ? SAME_DATA : OTHER_DATA;
        }
        return score;
    }

    private static int ranges(SurveyedEnd a, SurveyedEnd b) {
        boolean overlap = Sequence.distance(a.lowest, b.highest) <= 0 && Sequence.distance(b.lowest, a.highest) <= 0;
        if (overlap) {
            double chance = (Sequence.unsigned(a.highest - a.lowest) + Sequence.unsigned(b.highest - b.lowest) + 1) / 0x1p32;
            return (int) Math.max(0, Math.min(MOST_OVERLAP, -10 * Math.log10(chance) - KEPT_BACK));
        }
        int gap = Math.min(Math.abs(Sequence.distance(a.lowest, b.highest)), Math.abs(Sequence.distance(b.lowest, a.highest)));
        return gap < NEAR_BYTES ? NEAR : APART;
    }

    private static int time(SurveyedFlow a, SurveyedFlow b, Clock clock) {
        if (!clock.known()) {
            return 0;
        }
        long slack = clock.errorNanos() + WAY_NANOS;
        if (a.client().synSeen && b.client().synSeen) {
            // a SYN that was sent again may be missing once
            long apart = Math.abs(clock.toReference(b.client().synNanos) - a.client().synNanos);
            return apart <= slack ? SAME_TIME : apart > 10 * slack ? OTHER_TIME : 0;
        }
        boolean overlap = clock.toReference(b.firstNanos) <= a.lastNanos + slack && clock.toReference(b.lastNanos) >= a.firstNanos - slack;
        return overlap ? 0 : OTHER_TIME;
    }
}
