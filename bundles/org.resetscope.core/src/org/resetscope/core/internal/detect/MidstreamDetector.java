package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A connection that appears in mid-stream while the capture was long running: a NAT gave an old connection new addresses or ports. */
public final class MidstreamDetector implements Detector {

    private static final long RUNNING_NANOS = 500_000_000L;

    @Override
    public List<Evidence> examine(Dossier d) {
        boolean stranger = d.form() == Form.ANSWER_TO_ACK && !d.synSeen() && d.complete() && d.claimed().segments() == 0;
        if (!stranger || d.firstSeenNanos() - d.captureStartNanos() < RUNNING_NANOS || d.previous() != null) {
            return List.of();
        }
        return Finding.of("midstream.stranger").on(d, d.trigger(), d.reset())
                .says("The connection starts in mid-stream, without a handshake, although the capture was running: the "
                        + d.claimedName() + " sees a stranger, as after a NAT changed the mapping.");
    }
}
