package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A new SYN answered by an ACK out of place, which the client resets: the server still held an older connection (RFC 9293, 3.5.1). */
public final class PortReuseDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.form() != Form.ANSWER_TO_ACK || d.trigger().isSynAck()) {
            return List.of();
        }
        Segment last = null;
        for (Segment s : d.before()) {
            if (d.fromClaimed(s) && !s.has(RST)) {
                last = s;
            }
        }
        if (last == null || !last.isSyn() || d.trigger().ack() == last.end()) {
            return List.of();
        }
        boolean known = d.previous() != null;
        return Finding.of(known ? "port-reuse.known" : "port-reuse.unknown").on(d, last, d.trigger(), d.reset())
                .says("The SYN in frame " + last.frame() + " is answered by an ACK that belongs to another connection (frame "
                        + d.trigger().frame() + (known ? "); the same ports had been in use before." : ")."));
    }
}
