package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.detect.Silence;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A busy connection dies with one particular data segment, which the other end never acknowledges: something disliked its content. */
public final class ContentDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        Segment trigger = d.trigger();
        if (d.form() != Form.ANSWER_TO_ACK || trigger.payloadLength() == 0 || Silence.before(d) != null || d.claimed().finSent()
                || d.claimedWasReset() || d.claimed().resetsSent() > 0 || !d.synSeen()) {
            return List.of();
        }
        boolean passed = d.after().stream()
                .anyMatch(s -> d.fromClaimed(s) && !Sequence.after(trigger.end(), s.ack()));
        if (passed) {
            return List.of();
        }
        return Finding.of("content.unacknowledged").on(d, trigger, d.reset())
                .says("The connection was busy; the reset answers the data in frame " + trigger.frame()
                        + ", which the other end never acknowledges.");
    }
}
