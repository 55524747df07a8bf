package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** Probes or retransmissions that nobody answered, then the reset: the sender lost patience (RFC 9293, 3.8.3 and 3.8.4; RFC 5482). */
public final class GaveUpDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.form() != Form.ABORT && d.form() != Form.OTHER) {
            return List.of();
        }
        List<Segment> unanswered = new ArrayList<>();
        boolean keepalives = true;
        boolean began = false;
        int next = 0;
        for (Segment s : d.before()) {
            if (!d.fromClaimed(s)) {
                unanswered.clear();
                keepalives = true;
            } else if (!s.has(RST) && !s.has(SYN)) {
                boolean keepalive = began && s.payloadLength() <= 1 && !s.has(FIN) && Sequence.distance(next, s.seq()) == 1;
                boolean wantsAnswer = s.end() != s.seq() && allStartAt(s.seq(), unanswered);
                if (keepalive || wantsAnswer) {
                    unanswered.add(s);
                    keepalives &= keepalive;
                }
            }
            if (d.fromClaimed(s) && !s.has(RST) && (!began || Sequence.after(s.end(), next))) {
                next = s.end();
                began = true;
            }
        }
        if (unanswered.isEmpty() || unanswered.size() < 2 && !keepalives) {
            return List.of();
        }
        Segment first = unanswered.get(0);
        return Finding.of("gave-up." + (unanswered.size() > 2 ? "many" : unanswered.size() > 1 ? "two" : "one-probe"))
                .on(d, first, unanswered.get(unanswered.size() - 1), d.reset())
                .says(unanswered.size() == 1 ? "The keepalive probe of the " + d.claimedName() + " in frame " + first.frame() + " got no answer."
                        : unanswered.size() + (keepalives ? " keepalive probes" : " transmissions of the same data") + " of the "
                                + d.claimedName() + " from frame " + first.frame() + " on got no answer.");
    }

    private static boolean allStartAt(int seq, List<Segment> segments) {
        for (Segment s : segments) {
            if (s.seq() != seq) {
                return false;
            }
        }
        return true;
    }
}
