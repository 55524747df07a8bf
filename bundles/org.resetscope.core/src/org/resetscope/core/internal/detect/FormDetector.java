package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;

/** Which causes build a reset of this form at all (RFC 9293, 3.5.2; Linux tcp_v4_send_reset, tcp_send_active_reset; nf_reject). */
public final class FormDetector implements Detector {

    private static final int IMPOSSIBLE = -40;

    @Override
    public List<Evidence> examine(Dossier d) {
        Finding finding = new Finding("form", "form").cause("endpoint", IMPOSSIBLE).cause("middlebox", IMPOSSIBLE).on(d, d.trigger(), d.reset());
        return switch (d.form()) {
            case ANSWER_TO_SYN -> finding.cause(Causes.REFUSED, 6).cause(Causes.REJECT, 6).cause("injected", -8)
                    .cause(Causes.DEVICE_STATE_LOST, -12).says(d.trigger() == null
                            ? "RST,ACK with sequence number 0: an answer to a SYN, which the capture does not hold."
                            : "RST,ACK with sequence number 0 that acknowledges the " + (d.trigger().isSyn() ? "SYN" : "segment without ACK")
                                    + " in frame " + d.trigger().frame() + ": an answer to it.");
            case ANSWER_TO_ACK -> answerToAck(d, finding);
            case ABORT -> finding.cause(Causes.ABORT, 4).cause(Causes.GAVE_UP, -6).cause(Causes.PROXY, 0).cause(Causes.IDLE, 0)
                    .cause(Causes.PROBE, 2).cause("injected", 2).cause("injected.blind", -10)
                    .says("RST,ACK at the " + d.claimedName() + "'s own next sequence number, as the owner of a connection sends it.");
            case OTHER -> finding.cause("endpoint", -10).cause("middlebox", -12).cause("injected", 4)
                    .says("Neither the answer to a segment in the capture, nor at the " + d.claimedName() + "'s next sequence number.");
        };
    }

    private static List<Evidence> answerToAck(Dossier d, Finding finding) {
        String text = "RST without ACK whose sequence number equals the acknowledgement of frame " + d.trigger().frame()
                + (d.triggers() > 1 ? " (and of " + (d.triggers() - 1) + " more)" : "") + ": the answer to a segment without a connection.";
        if (d.trigger().isSynAck()) {
            return finding.cause(Causes.UNEXPECTED_SYNACK, 8).cause(Causes.PROBE, 0).cause("injected", -10).cause(Causes.INVALID, 0)
                    .cause(Causes.DEVICE_STATE_LOST, -3).cause(Causes.REJECT, -6).says(text);
        }
        return finding.cause(Causes.LATE_DATA, -14).cause(Causes.STATE_LOST, 2).cause(Causes.BACKLOG, -6).cause(Causes.PORT_REUSE, -6)
                .cause(Causes.REFUSED, -14).cause(Causes.UNEXPECTED_SYNACK, -25).cause("injected", -2).cause("injected.blind", -12)
                .cause("middlebox", 2).cause(Causes.REJECT, -3).cause(Causes.PROXY, -12).cause(Causes.IDLE, -6).says(text);
    }
}
