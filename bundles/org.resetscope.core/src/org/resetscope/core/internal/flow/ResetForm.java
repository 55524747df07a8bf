package org.resetscope.core.internal.flow;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Side;
import org.resetscope.core.model.Reset.Form;

/**
 * By which rule a reset was generated (RFC 9293, 3.5.2), and which segment it answers.
 *
 * @param candidates how many segments it could answer equally well
 */
record ResetForm(Form form, Segment trigger, int candidates) {

    /**
     * @param before segments before the reset, oldest first
     * @param after segments that the capture has after it: some may have been sent before
     */
    static ResetForm of(Segment reset, List<Segment> before, List<Segment> after, Side claimed, Side receiver) {
        if (!reset.has(ACK)) {
            return answer(Form.ANSWER_TO_ACK, reset, before);
        }
        if (reset.seq() == 0 && (claimed.segments() == 0 || claimed.nextSeq() != 0)) {
            ResetForm answer = answer(Form.ANSWER_TO_SYN, reset, before);
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

    private static ResetForm answer(Form form, Segment reset, List<Segment> before) {
        Segment trigger = null;
        int candidates = 0;
        int answered = 0;
        for (int i = before.size() - 1; i >= 0; i--) {
            Segment s = before.get(i);
            if (s.has(RST)) {
                if (s.fromClient() == reset.fromClient() && s.seq() == reset.seq() && s.ack() == reset.ack()) {
                    answered++;
                }
            } else if (s.fromClient() != reset.fromClient() && fits(form, reset, s)) {
                trigger = trigger == null ? s : trigger;
                candidates++;
            }
        }
        if (trigger != null && candidates - answered > 1) {
            trigger = earliestUnanswered(form, reset, before, answered, trigger);
        }
        return new ResetForm(trigger == null && form == Form.ANSWER_TO_ACK ? Form.OTHER : form, trigger, Math.max(1, candidates - answered));
    }

    /** Answers come in the order of what they answer; of data still in flight the earliest not yet answered is the one. */
    private static Segment earliestUnanswered(Form form, Segment reset, List<Segment> before, int answered, Segment latest) {
        Segment latestOfClaimed = null;
        for (Segment s : before) {
            boolean further = s.has(ACK) && (latestOfClaimed == null || s.ack() - latestOfClaimed.ack() >= 0);
            if (s.fromClient() == reset.fromClient() && further) {
                latestOfClaimed = s;
            }
        }
        int skip = answered;
        for (Segment s : before) {
            if (s.fromClient() != reset.fromClient() && !s.has(RST) && fits(form, reset, s)) {
                boolean acknowledged = latestOfClaimed != null && latestOfClaimed.ack() - s.end() >= 0;
                if (!acknowledged && skip-- <= 0) {
                    return s;
                }
            }
        }
        return latest;
    }

    private static boolean fits(Form form, Segment reset, Segment s) {
        return form == Form.ANSWER_TO_ACK ? s.has(ACK) && s.ack() == reset.seq() : !s.has(ACK) && s.end() == reset.ack();
    }
}
