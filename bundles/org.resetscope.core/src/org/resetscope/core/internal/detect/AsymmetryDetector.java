package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/**
 * The segment that was reset acknowledges what did not pass here: the directions take different ways. A stateful device on one of them errs,
 * and a host's reset would go its packets' way.
 */
public final class AsymmetryDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.form() != Form.ANSWER_TO_ACK || d.trigger().isSynAck()) {
            return List.of();
        }
        if (d.claimed().segments() == 0) {
            return !d.receiver().synSeen() ? List.of() : Finding.of("asymmetry.other-way").on(d, d.trigger(), d.reset())
                    .says("Frame " + d.trigger().frame() + " acknowledges a SYN,ACK that did not pass this point: the " + d.claimedName()
                            + "'s packets take another way, and this reset does not.");
        }
        int ahead = Sequence.distance(d.trigger().ack(), d.claimed().nextSeq());
        if (ahead <= 0) {
            return List.of();
        }
        return Finding.of("asymmetry.ahead").on(d, d.trigger(), d.reset())
                .says("Frame " + d.trigger().frame() + " acknowledges " + ahead + " bytes of the " + d.claimedName()
                        + " that did not pass this point: the two directions take different ways.");
    }
}
