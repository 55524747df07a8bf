package org.resetscope.ui.internal.resets;

import java.util.List;

import org.resetscope.core.model.Capture;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Progress.State;

/** What stands in place of a table without rows: what to do, what goes on, or that there is nothing to find. */
final class EmptyText {

    private EmptyText() {
    }

    /** @return null where there are rows */
    static String of(List<OpenCapture> captures, int total, int shown) {
        if (shown > 0) {
            return null;
        }
        if (captures.isEmpty()) {
            return ""; // the welcome page says what to do
        }
        if (total > 0) {
            return "No reset passes the filter.";
        }
        if (captures.stream().anyMatch(c -> !c.progress().state().ended())) {
            return captures.size() == 1 ? "Reading " + captures.get(0).name() + "\u2026" : "Reading\u2026";
        }
        if (captures.stream().allMatch(c -> c.progress().state() == State.FAILED)) {
            return captures.size() > 1 ? "None of these files could be read." : captures.get(0).progress().reason();
        }
        long packets = 0;
        long flows = 0;
        for (OpenCapture capture : captures) {
            for (Capture read : capture.captures()) {
                packets += read.packets();
                flows += read.flows();
            }
        }
        return "No TCP reset was found in " + Words.count(packets, "packet", "packets") + " of "
                + Words.count(flows, "connection", "connections") + ".";
    }
}
