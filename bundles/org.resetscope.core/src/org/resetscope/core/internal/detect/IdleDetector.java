package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
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
        if (d.form() == Form.ANSWER_TO_ACK) {
            return Finding.of("idle.answer").on(d, silence.broken(), d.reset()).says(text + timeout(d, silence));
        }
        return silence.broken() == d.reset()
                ? Finding.of(owesAnAnswer(d) ? "idle.unanswered" : "idle.end").on(d, d.reset()).says(text)
                : List.of();
    }

    /** What the silence tells of the time-out, if one had forgotten the connection: at most that, and more than what was survived. */
    private static String timeout(Dossier d, Silence silence) {
        if (silence.endedByClaimed(d) || silence.closers(d) > 0) {
            return "";
        }
        long survived = silence.survived(d);
        return " A time-out that had forgotten it by then is "
                + (survived < Silence.NOTABLE_NANOS ? "" : "longer than " + Durations.text(survived) + ", which it survived, and ")
                + "at most " + Durations.text(silence.nanos()) + ".";
    }

    /** Whether the last data are the client's: then the server was at work, or slow, and the connection not idle. */
    private static boolean owesAnAnswer(Dossier d) {
        Segment last = null;
        for (Segment s : d.before()) {
            last = s.payloadLength() > 0 ? s : last;
        }
        return last != null && last.fromClient();
    }
}
