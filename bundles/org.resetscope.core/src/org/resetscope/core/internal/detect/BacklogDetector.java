package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** The acknowledgement that completes the handshake is answered with a reset: a full accept queue, or a device that missed the SYN,ACK. */
public final class BacklogDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        boolean serverAnswers = d.form() == Form.ANSWER_TO_ACK && !d.claimedIsClient() && d.claimed().synSeen() && d.claimed().dataSegments() == 0;
        boolean onlySynAck = d.before().stream().filter(s -> d.fromClaimed(s)).allMatch(Segment::isSynAck);
        if (!serverAnswers || !onlySynAck || d.claimed().finSent() || d.claimedWasReset()) {
            return List.of();
        }
        return Finding.of(d.receiver().dataSegments() == 0 ? "backlog.handshake" : "backlog.first-data").on(d, d.trigger(), d.reset())
                .says("The server has sent nothing but its SYN,ACK; the reset answers the client's first segment after it.");
    }
}
