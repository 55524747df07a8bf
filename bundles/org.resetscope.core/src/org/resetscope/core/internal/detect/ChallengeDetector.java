package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A reset off the exact sequence number draws a challenge ACK and the connection lives on (RFC 5961, 3.2): its author had to guess. */
public final class ChallengeDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        boolean off = d.form() == Form.OTHER && d.claimed().segments() > 0 && !d.accepted() && !d.receiverWasReset()
                && (d.reset().has(ACK) || !d.claimedWasReset() && d.claimed().resetsSent() == 0);
        if (!off) {
            return List.of();
        }
        int ahead = Sequence.distance(d.reset().seq(), d.claimed().nextSeq());
        for (Segment s : d.after()) {
            boolean fromReceiver = !d.fromClaimed(s) && s.has(ACK) && !s.has(RST);
            if (fromReceiver) {
                return Finding.of("challenge.goes-on").on(d, d.reset(), s).says("Its sequence number is " + Math.abs(ahead)
                        + (ahead >= 0 ? " ahead of" : " behind") + " the expected one; the " + d.receiverName() + " goes on in frame " + s.frame() + ".");
            }
        }
        return Finding.of("challenge.off").on(d, d.reset()).says("Its sequence number is " + Math.abs(ahead) + (ahead >= 0 ? " ahead of" : " behind")
                + " the one expected.");
    }
}
