package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Silence;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A side that closes out of silence, or sends FIN and RST at once, acts on a timer: the manner of proxies and load balancers. */
public final class ClosedByTimerDetector implements Detector {

    private static final long AT_ONCE_NANOS = 1_000_000;

    @Override
    public List<Evidence> examine(Dossier d) {
        Segment fin = null;
        boolean answered = false;
        for (Segment s : d.before()) {
            if (d.fromClaimed(s) && s.has(FIN) && fin == null) {
                fin = s;
            } else if (fin != null && !d.fromClaimed(s) && !s.has(RST)) {
                answered = true;
            }
        }
        if (fin == null) {
            return List.of();
        }
        Silence idle = Silence.beforeClosing(d);
        if (d.form() == Form.ABORT && !answered && d.reset().timeNanos() - fin.timeNanos() <= AT_ONCE_NANOS) {
            return Finding.of(idle != null ? "closed-by-timer.fin-reset-idle" : "closed-by-timer.fin-reset").on(d, fin, d.reset())
                    .says((idle != null ? "After " + Durations.text(idle.nanos()) + " of silence the "
                    + d.claimedName() + " sends FIN and right behind it RST: an idle timer." :
                    "The " + d.claimedName() + " sends FIN and right behind it RST, as proxies do that end a session by themselves."));
        }
        if (d.form() == Form.ANSWER_TO_ACK && idle != null) {
            return Finding.of("closed-by-timer.fin-idle").on(d, fin, d.reset())
                    .says("The " + d.claimedName() + " closed in frame " + fin.frame() + " after "
                    + Durations.text(idle.nanos()) + " of silence: an idle timer.");
        }
        return List.of();
    }
}
