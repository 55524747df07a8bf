package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** The segment that was reset acknowledges data which did not pass here: the directions take different ways, and a stateful device errs. */
public final class AsymmetryDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.form() != Form.ANSWER_TO_ACK || d.trigger().isSynAck() || d.claimed().segments() == 0) {
            return List.of();
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
