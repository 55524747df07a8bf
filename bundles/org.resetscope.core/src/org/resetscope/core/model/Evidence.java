package org.resetscope.core.model;

import java.util.List;
import java.util.Map;

/**
 * One observation and what it says.
 *
 * @param detector id of the detector that made it
 * @param signal stable id of what was observed; the detector's id where it observes one thing only
 * @param group observations of one group depend on each other; for each hypothesis only the strongest of a group counts
 * @param text one sentence a network engineer understands, naming the numbers compared
 * @param decibans ten times the decimal logarithm of the likelihood ratio, for what it speaks for (positive) or against: keys are
 *        cause ids, a prefix of cause ids ("middlebox"), or "claimed" and "intermediary" for the sender
 * @param frames the packets it stands on
 */
public record Evidence(String detector, String signal, String group, String text, Map<String, Integer> decibans, List<FrameRef> frames) {

    /** The host that the packet names as its source really sent it. */
    public static final String CLAIMED = "claimed";
    /** Something between (or beside) client and server sent it. */
    public static final String INTERMEDIARY = "intermediary";

    /** Group of what was found about a device, log or other fact that the user stated: told in the explanation, whatever it weighs. */
    public static final String STATED = "stated";

    /** Detector of what lines of logs say. */
    public static final String LOG = "log";

    public Evidence {
        decibans = Map.copyOf(decibans);
        frames = List.copyOf(frames);
    }

    /** Of a detector that observes one thing only. */
    public Evidence(String detector, String group, String text, Map<String, Integer> decibans, List<FrameRef> frames) {
        this(detector, detector, group, text, decibans, frames);
    }
}
