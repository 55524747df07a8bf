package org.resetscope.ui.internal.canvas.path;

import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Route;

/** A change of a path that is made elsewhere than in its drawing, and can be undone all the same. */
public final class RouteChange {

    private RouteChange() {
    }

    /** @param label as in "Undo Name Router" */
    public static void make(String label, OpenCapture capture, Route to) {
        new HistoryStack().execute(new RouteCommand(label, capture, to));
    }
}
