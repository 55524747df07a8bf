package org.resetscope.ui.internal.captures;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Session;

/** Does something with each capture that is selected in the view Captures. */
abstract class CaptureHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        CapturesView.selected().forEach(capture -> run(Session.captures(), capture));
        return null;
    }

    protected abstract void run(OpenCaptures captures, OpenCapture capture);
}
