package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.ACK;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.model.Evidence;

/** Which causes build a reset of this form at all (RFC 9293, 3.5.2; Linux tcp_v4_send_reset, tcp_send_active_reset; nf_reject). */
public final class FormDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        return switch (d.form()) {
            case ANSWER_TO_SYN -> finding(d, "answer-to-syn").says(d.trigger() == null
                    ? "RST,ACK with sequence number 0: an answer to a SYN, which the capture does not hold."
                    : "RST,ACK with sequence number 0 that acknowledges the " + (d.trigger().isSyn() ? "SYN" : "segment without ACK")
                            + " in frame " + d.trigger().frame() + ": an answer to it.");
            case ANSWER_TO_ACK -> finding(d, d.trigger().isSynAck() ? "answer-to-synack" : "answer-to-ack")
                    .says("RST without ACK whose sequence number equals the acknowledgement of frame " + d.trigger().frame()
                            + (d.triggers() > 1 ? " (and of " + (d.triggers() - 1) + " more)" : "")
                            + ": the answer to a segment without a connection.");
            case ABORT -> finding(d, "abort")
                    .says("RST,ACK at the " + d.claimedName() + "'s own next sequence number, as the owner of a connection sends it.");
            case OTHER -> d.reset().has(ACK) || !ahead(d) ? finding(d, d.reset().has(ACK) ? "other" : "other-answer")
                    .says("Neither the answer to a segment in the capture, nor at the " + d.claimedName() + "'s next sequence number.")
                    : finding(d, "other-ahead").says("RST without ACK, which answers a segment, but the " + d.receiverName()
                            + " had acknowledged nothing as far as that: no segment of it can have drawn this.");
        };
    }

    /** At the sender's next number, where the receiver, whose segments the capture has, did not acknowledge so much yet. */
    private static boolean ahead(Dossier d) {
        return d.claimed().segments() > 0 && d.reset().seq() == d.claimed().nextSeq() && d.receiver().ackSeen()
                && Sequence.after(d.reset().seq(), d.receiver().highestAck());
    }

    private static Finding finding(Dossier d, String form) {
        return Finding.of("form." + form).on(d, d.trigger(), d.reset());
    }
}
