package org.resetscope.ui.internal.status;

import java.util.List;

import org.resetscope.core.model.Capture;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Progress;
import org.resetscope.ui.session.Progress.State;

/** What is loaded, in a line, and what is missing of it. */
final class StatusText {

    private StatusText() {
    }

    static String of(List<OpenCapture> captures) {
        if (captures.isEmpty()) {
            return "Nothing is open";
        }
        long packets = 0;
        int resets = 0;
        for (OpenCapture capture : captures) {
            packets += capture.captures().stream().mapToLong(Capture::packets).sum();
            resets += capture.resets().size();
        }
        StringBuilder text = new StringBuilder(Words.count(captures.size(), "capture", "captures"));
        text.append(", ").append(Words.count(packets, "packet", "packets")).append(", ").append(Words.count(resets, "reset", "resets"));
        add(text, captures, State.WAITING, "waiting");
        reading(text, captures);
        add(text, captures, State.STOPPED, "stopped before its end");
        add(text, captures, State.FAILED, "not readable");
        long cut = captures.stream().filter(StatusText::cut).count();
        return cut == 0 ? text.toString() : text.append("; ").append(cut).append(" read in part: see Problems").toString();
    }

    /** Whether something is missing for another reason than that the user stopped it. */
    static boolean cut(OpenCapture capture) {
        return capture.progress().state() == State.COMPLETE && !capture.problems().isEmpty();
    }

    private static void reading(StringBuilder text, List<OpenCapture> captures) {
        List<Progress> reading = captures.stream().map(OpenCapture::progress).filter(p -> p.state() == State.READING).toList();
        if (!reading.isEmpty()) {
            text.append("; reading ").append(reading.size() == 1 ? "" : reading.size() + " ")
                    .append((int) reading.stream().mapToInt(Progress::percent).average().orElse(0)).append(" %");
        }
    }

    private static void add(StringBuilder text, List<OpenCapture> captures, State state, String words) {
        long number = captures.stream().filter(c -> c.progress().state() == state).count();
        if (number > 0) {
            text.append("; ").append(number).append(' ').append(words);
        }
    }
}
