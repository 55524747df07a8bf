package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/**
 * A host that spoke a moment ago cannot have restarted since. When it denies the connection all the same, something had ended it on its
 * side that did not pass this capture point: its own abort, or a reset from beyond.
 */
public final class AliveDetector implements Detector {

    private static final long MOMENT_NANOS = 60_000_000;
    /** No machine restarts within this. */
    private static final long RESTART_NANOS = 2_000_000_000L;

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.form() != Form.ANSWER_TO_ACK || d.trigger().payloadLength() == 0 || d.claimed().finSent() || d.claimedWasReset()
                || d.claimed().resetsSent() > 0) {
            return List.of();
        }
        Segment last = null;
        for (Segment s : d.before()) {
            last = d.fromClaimed(s) && !s.has(RST) ? s : last;
        }
        if (last == null) {
            return List.of();
        }
        long ago = d.reset().timeNanos() - last.timeNanos();
        if (d.claimedIsClient() && last.payloadLength() > 0 && ago <= Math.max(MOMENT_NANOS, 3 * d.claimed().turnaroundNanos())) {
            return Finding.of("alive.asked").on(d, last, d.reset()).says("The client asked in frame " + last.frame()
                    + ", and the server's answer meets no connection only " + Durations.text(ago)
                    + " later: it did not restart since, something had just ended the connection on its side.");
        }
        Segment first = firstCopy(d);
        if (first != null && ago < RESTART_NANOS) {
            return Finding.of("alive.retransmission").on(d, first, d.trigger(), d.reset()).says("Frame " + d.trigger().frame()
                    + " repeats frame " + first.frame() + ", which was not denied; the " + d.claimedName() + " had spoken only "
                    + Durations.text(ago) + " before: it did not restart since, the connection was cut at its side.");
        }
        return List.of();
    }

    /** Of the data that the reset answers, or null where it was sent once only. */
    private static Segment firstCopy(Dossier d) {
        return d.before().stream().filter(s -> !d.fromClaimed(s) && s.payloadLength() > 0 && s.frame() < d.trigger().frame()
                && s.seq() == d.trigger().seq() && !s.duplicate()).findFirst().orElse(null);
    }
}
