package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A segment for a side whose connection had ended is answered with a reset: the everyday consequence of an earlier close or reset. */
public final class ClosedBeforeDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        // RST without ACK always answers something, which the capture may not hold where the directions take different ways
        boolean answer = d.form() == Form.ANSWER_TO_ACK && !d.trigger().isSynAck() || d.form() == Form.OTHER && !d.reset().has(ACK);
        if (!answer) {
            return List.of();
        }
        Segment end = last(d, RST, false);
        if (d.claimedWasReset()) {
            return found(d, end, "An earlier reset" + frame(end) + " had ended the connection on the " + d.claimedName() + "'s side", "reset-received");
        }
        end = last(d, RST, true);
        if (d.claimed().resetsSent() > 0 && !Place.canBeHost(d, d.reset())) {
            return fromElsewhere(d);
        }
        if (d.claimed().resetsSent() > 0 && !d.claimed().finSent() && answersOnly(d)) {
            return found(d, end, "The " + d.claimedName() + " knew no such connection before already, and answered with a reset" + frame(end),
                    inFlight(d) ? "answered-in-flight" : "answered");
        }
        if (d.claimed().resetsSent() > 0 && (end == null || Place.canBeHost(d, end))) {
            return found(d, end, "The " + d.claimedName() + " had already sent a reset" + frame(end), "reset-sent");
        }
        if (d.claimed().resetsSent() > 0) {
            return found(d, end, "A reset in the " + d.claimedName() + "'s name, but not from there" + frame(end)
                    + ", had cut the other side; who does that usually cuts both", "reset-forged");
        }
        end = last(d, FIN, true);
        if (d.claimed().finSent()) {
            return found(d, end, "The " + d.claimedName() + " had already closed its side with a FIN" + frame(end), "fin-sent");
        }
        return List.of();
    }

    /** Other data than that of the answers before: it was on its way when the connection ended, so the sender had been alive a moment before. */
    private static boolean inFlight(Dossier d) {
        return d.trigger() != null && d.trigger().payloadLength() > 0 && d.before().stream()
                .noneMatch(s -> !d.fromClaimed(s) && s.frame() < d.trigger().frame() && s.payloadLength() > 0 && s.seq() == d.trigger().seq());
    }

    /** Whether all of its earlier resets were answers without a socket, so that what ended the connection was before them. */
    private static boolean answersOnly(Dossier d) {
        return !d.claimed().aborted()
                && d.before().stream().filter(s -> s.has(RST) && d.fromClaimed(s)).allMatch(s -> !s.has(ACK) && Place.canBeHost(d, s));
    }

    /** Whoever sent a reset like it from the same place, where the host is not, goes on: what ended on the host's side matters to it not. */
    private static List<Evidence> fromElsewhere(Dossier d) {
        Segment same = null;
        for (Segment s : d.before()) {
            same = s.has(RST) && d.fromClaimed(s) && s.ttl() == d.reset().ttl() ? s : same;
        }
        return same == null ? List.of() : Finding.of("closed-before.same-stranger").on(d, same, d.reset())
                .says("It comes from where the reset in frame " + same.frame() + " came from, and the " + d.claimedName() + " is not there.");
    }

    private static String frame(Segment s) {
        return s == null ? "" : " (frame " + s.frame() + ")";
    }

    private static List<Evidence> found(Dossier d, Segment end, String what, String signal) {
        return Finding.of("closed-before." + signal).on(d, end, d.trigger(), d.reset())
                .says(what + (d.trigger() == null ? "; what this reset answers is not in the capture."
                        : "; frame " + d.trigger().frame() + " came after that."));
    }

    private static Segment last(Dossier d, int flag, boolean fromClaimed) {
        Segment found = null;
        for (Segment s : d.before()) {
            if (s.has(flag) && d.fromClaimed(s) == fromClaimed) {
                found = s;
            }
        }
        return found;
    }
}
