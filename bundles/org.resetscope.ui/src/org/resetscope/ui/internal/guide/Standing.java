package org.resetscope.ui.internal.guide;

import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.guide.Guide;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/**
 * What the guide is about.
 *
 * @param capture null where none is open
 * @param reset the one that is to be explained; null where there is none
 * @param pinned whether the user chose it; else it is the gravest
 * @param resets how many there are
 * @param ended whether the capture is read
 */
record Standing(OpenCapture capture, OpenReset reset, boolean pinned, int resets, boolean ended) {

    static final Standing NOTHING = new Standing(null, null, false, 0, true);

    /**
     * Looks through all resets of the capture: not on the user interface thread.
     *
     * @param wanted null, or closed meanwhile: the one opened last
     * @param pinned null for the gravest
     */
    static Standing of(OpenCapture wanted, OpenReset pinned) {
        List<OpenCapture> open = Session.captures().counted();
        if (open.isEmpty()) {
            return NOTHING;
        }
        OpenCapture capture = wanted != null && Session.captures().all().contains(wanted) ? wanted : open.get(open.size() - 1);
        List<OpenReset> resets = capture.resets();
        // as it is judged now
        OpenReset chosen = pinned == null ? null : resets.stream().filter(pinned::equals).findFirst().orElse(null);
        Reset gravest = chosen != null ? chosen.reset() : Guide.gravest(resets.stream().map(OpenReset::reset).toList());
        return new Standing(capture, gravest == null ? null : new OpenReset(capture, gravest), chosen != null, resets.size(),
                capture.progress().state().ended());
    }

    /** With this reset alone, so that everything is said of it; null where nothing is known yet. */
    Analysis analysis() {
        if (capture == null || reset == null && !ended) {
            return null;
        }
        Analysis all = capture.analysis();
        return all.with(reset == null ? List.of() : List.of(reset.reset()), all.problems(), all.cancelled());
    }

    /** Which reset of how many, in which capture. */
    String about() {
        if (resets == 1) {
            return "The only reset of " + capture.name() + ".";
        }
        return (pinned ? "One of " : "The gravest of ") + Words.count(resets, "reset", "resets") + " of " + capture.name() + ".";
    }
}
