package org.resetscope.core.internal.flow;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Side;
import org.resetscope.core.model.Reset.Form;

/**
 * By which rule a reset was generated (RFC 9293, 3.5.2), and which segment it answers.
 *
 * @param candidates how many segments it could answer equally well
 */
record ResetForm(Form form, Segment trigger, int candidates) {

    /** A stack answers at once; on the longest paths that takes a few seconds. */
    private static final long PATIENCE_NANOS = 3_000_000_000L;
    private static final long SOON_NANOS = 10_000_000;

    /**
     * @param before segments before the reset, oldest first
     * @param after segments that the capture has after it: some may have been sent before
     * @param answeredFrame the segment that the previous reset of this direction answered; nothing is answered twice
     */
    static ResetForm of(Segment reset, List<Segment> before, List<Segment> after, Side claimed, Side receiver, long answeredFrame) {
        if (!reset.has(ACK)) {
            return answer(Form.ANSWER_TO_ACK, reset, before, claimed, answeredFrame);
        }
        if (reset.seq() == 0 && (claimed.segments() == 0 || claimed.nextSeq() != 0)) {
            ResetForm answer = answer(Form.ANSWER_TO_SYN, reset, before, claimed, answeredFrame);
            if (answer.trigger != null || claimed.segments() == 0) {
                return answer;
            }
        }
        if (atOwnNext(reset, after, claimed, receiver) && receiver.segments() > 0 && inFlight(reset.ack(), claimed, receiver)) {
            return new ResetForm(Form.ABORT, null, 0);
        }
        return new ResetForm(claimed.segments() == 0 && receiver.segments() == 0 ? Form.ABORT : Form.OTHER, null, 0);
    }

    /**
     * At the next sequence number of the side it claims to come from: as seen, as acknowledged by the receiver where the capture missed
     * segments, or as shown by segments that the capture has in the wrong order.
     */
    private static boolean atOwnNext(Segment reset, List<Segment> after, Side claimed, Side receiver) {
        boolean seen = claimed.segments() > 0 && reset.seq() == claimed.nextSeq();
        boolean beyond = claimed.segments() == 0 || reset.seq() - claimed.nextSeq() > 0;
        return seen || beyond && receiver.ackSeen() && reset.seq() == receiver.highestAck() || overtaken(reset, after, claimed);
    }

    /** Whether the segments that the reset overtook lead up to it without a gap. */
    static boolean overtaken(Segment reset, List<Segment> after, Side claimed) {
        int next = claimed.nextSeq();
        for (Segment s : after) {
            if (claimed.segments() > 0 && s.fromClient() == reset.fromClient() && !s.has(RST) && s.seq() == next && s.end() - reset.seq() <= 0) {
                next = s.end();
            }
        }
        return claimed.segments() > 0 && next == reset.seq() && next != claimed.nextSeq();
    }

    /** An owner acknowledges what it received: at most all that was sent, at least what it acknowledged before. */
    private static boolean inFlight(int ack, Side claimed, Side receiver) {
        return ack - receiver.nextSeq() <= 0 && (!claimed.ackSeen() || ack - claimed.highestAck() >= 0);
    }

    /** Answers come in the order of what they answer: of the segments that fit, the earliest that is still to be answered. */
    private static ResetForm answer(Form form, Segment reset, List<Segment> before, Side claimed, long answeredFrame) {
        List<Segment> candidates = new ArrayList<>();
        Segment furthest = null;
        for (Segment s : before) {
            boolean further = s.has(ACK) && (furthest == null || s.ack() - furthest.ack() >= 0);
            if (s.fromClient() == reset.fromClient() && further) {
                furthest = s;
            } else if (s.fromClient() != reset.fromClient() && !s.has(RST) && s.frame() > answeredFrame && fits(form, reset, s)
                    && reset.timeNanos() - s.timeNanos() <= PATIENCE_NANOS) {
                candidates.add(s);
            }
        }
        Segment acknowledged = furthest;
        long soon = Math.max(SOON_NANOS, 3 * claimed.turnaroundNanos());
        retainUnlessAll(candidates, s -> reset.timeNanos() - s.timeNanos() <= soon);
        retainUnlessAll(candidates, s -> acknowledged == null || acknowledged.ack() - s.end() < 0);
        if (candidates.isEmpty()) {
            return new ResetForm(form == Form.ANSWER_TO_ACK ? Form.OTHER : form, null, 0);
        }
        return new ResetForm(form, candidates.get(0), candidates.size());
    }

    private static void retainUnlessAll(List<Segment> candidates, Predicate<Segment> wanted) {
        if (candidates.stream().anyMatch(wanted)) {
            candidates.removeIf(wanted.negate());
        }
    }

    private static boolean fits(Form form, Segment reset, Segment s) {
        return form == Form.ANSWER_TO_ACK ? s.has(ACK) && s.ack() == reset.seq() : !s.has(ACK) && s.end() == reset.ack();
    }
}
