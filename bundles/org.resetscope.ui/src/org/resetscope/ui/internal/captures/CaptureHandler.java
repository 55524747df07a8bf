package org.resetscope.ui.internal.captures;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IViewPart;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Session;

/** Does something with each capture that is selected in the view Captures. */
abstract class CaptureHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        IViewPart view = OwnPart.find(CapturesView.ID, CapturesView.class);
        if (view != null && view.getSite().getSelectionProvider().getSelection() instanceof IStructuredSelection selection) {
            for (Object element : (List<?>) selection.toList()) {
                if (element instanceof OpenCapture capture) {
                    run(Session.captures(), capture);
                }
            }
        }
        return null;
    }

    protected abstract void run(OpenCaptures captures, OpenCapture capture);
}
