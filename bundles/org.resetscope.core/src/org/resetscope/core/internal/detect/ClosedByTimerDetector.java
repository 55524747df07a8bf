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
    private static final long SILENCE_NANOS = 1_000_000_000L;

    @Override
    public List<Evidence> examine(Dossier d) {
        Segment fin = null;
        Segment lastBeforeFin = null;
        Segment last = null;
        boolean answered = false;
        for (Segment s : d.before()) {
            if (d.fromClaimed(s) && s.has(FIN) && fin == null) {
                fin = s;
                lastBeforeFin = last;
            } else if (fin != null && !d.fromClaimed(s) && !s.has(RST)) {
                answered = true;
            }
            last = s;
        }
        if (fin == null) {
            return List.of();
        }
        long silence = lastBeforeFin == null ? 0 : fin.timeNanos() - lastBeforeFin.timeNanos();
        boolean idle = silence >= SILENCE_NANOS && Silence.longestBefore(d, fin) * 3 < silence;
        if (d.form() == Form.ABORT && !answered && d.reset().timeNanos() - fin.timeNanos() <= AT_ONCE_NANOS) {
            return Finding.of(idle ? "closed-by-timer.fin-reset-idle" : "closed-by-timer.fin-reset").on(d, fin, d.reset())
                    .says((idle ? "After " + Durations.text(silence) + " of silence the "
                    + d.claimedName() + " sends FIN and right behind it RST: an idle timer." :
                    "The " + d.claimedName() + " sends FIN and right behind it RST, as proxies do that end a session by themselves."));
        }
        if (d.form() == Form.ANSWER_TO_ACK && idle) {
            return Finding.of("closed-by-timer.fin-idle").on(d, fin, d.reset())
                    .says("The " + d.claimedName() + " closed in frame " + fin.frame() + " after "
                    + Durations.text(silence) + " of silence: an idle timer.");
        }
        return List.of();
    }
}
