package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Silence;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A connection that was silent and dies with the first segment afterwards: somebody's time-out had forgotten it. */
public final class IdleDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        Silence silence = Silence.before(d);
        if (silence == null || d.form() == Form.ANSWER_TO_SYN) {
            return List.of();
        }
        String text = "The connection was silent for " + Durations.text(silence.nanos()) + " before frame " + silence.broken().frame()
                + "; its longest pause before was " + Durations.text(silence.usual()) + ".";
        Finding finding = new Finding("idle", "idle").on(d, silence.broken(), d.reset());
        if (d.form() == Form.ANSWER_TO_ACK) {
            return finding.cause(Causes.DEVICE_STATE_EXPIRED, 9).cause(Causes.STATE_LOST, 2).cause(Causes.CONTENT, -6)
                    .cause(Causes.REMAPPED, 4).says(text);
        }
        return silence.broken() == d.reset() ? finding.cause(Causes.IDLE, 4).says(text) : List.of();
    }
}
