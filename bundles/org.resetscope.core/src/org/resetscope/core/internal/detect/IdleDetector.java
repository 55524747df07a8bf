package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Silence;
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
        boolean answered = d.form() == Form.ANSWER_TO_ACK;
        return answered || silence.broken() == d.reset()
                ? Finding.of(answered ? "idle.answer" : "idle.end").on(d, silence.broken(), d.reset()).says(text)
                : List.of();
    }
}
