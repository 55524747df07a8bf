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
 * A client that asked a moment ago cannot have rebooted since. When it denies the connection as the answer comes, something ended it on
 * its side that did not pass this capture point: its own abort, or a reset from beyond.
 */
public final class AliveDetector implements Detector {

    /** No machine restarts within this. */
    private static final long MOMENT_NANOS = 60_000_000;

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.form() != Form.ANSWER_TO_ACK || !d.claimedIsClient() || d.trigger().payloadLength() == 0 || d.claimed().finSent() || d.claimedWasReset() || d.claimed().resetsSent() > 0) {
            return List.of();
        }
        Segment last = null;
        for (Segment s : d.before()) {
            if (d.fromClaimed(s) && !s.has(RST)) {
                last = s;
            }
        }
        if (last == null || last.payloadLength() == 0) {
            return List.of();
        }
        long ago = d.reset().timeNanos() - last.timeNanos();
        if (ago > Math.max(MOMENT_NANOS, 3 * d.claimed().turnaroundNanos())) {
            return List.of();
        }
        return Finding.of("alive.asked").on(d, last, d.reset())
                .says("The client asked in frame " + last.frame() + ", and the server's answer meets no connection only " + Durations.text(ago)
                        + " later: it did not restart since, something had just ended the connection on its side.");
    }
}
