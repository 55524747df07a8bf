package org.resetscope.ui.internal.canvas.path;

import org.eclipse.gef.commands.Command;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Route;
import org.resetscope.ui.session.Session;

/** Puts a capture on another path. */
final class RouteCommand extends Command {

    private final OpenCapture capture;
    private final Route before;
    private final Route after;

    /** @param label as in "Undo Name Device" */
    RouteCommand(String label, OpenCapture capture, Route after) {
        super(label);
        this.capture = capture;
        this.before = capture.input().route();
        this.after = after;
    }

    @Override
    public boolean canExecute() {
        return !before.equals(after) && canUndo();
    }

    @Override
    public boolean canUndo() {
        return Session.captures().all().contains(capture);
    }

    @Override
    public void execute() {
        Session.captures().put(capture, after);
    }

    @Override
    public void undo() {
        Session.captures().put(capture, before);
    }
}
