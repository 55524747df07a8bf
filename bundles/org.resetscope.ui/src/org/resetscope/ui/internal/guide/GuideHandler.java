package org.resetscope.ui.internal.guide;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.widgets.OwnPart;

/** Help &gt; Who Reset My Connection?, and the same for a reset that is selected. */
public final class GuideHandler extends AbstractHandler {

    private static final String SELECTION = "org.resetscope.ui.guide.selection";

    @Override
    public Object execute(ExecutionEvent event) {
        ISelection selection = HandlerUtil.getCurrentSelection(event); // that of the guide itself, as soon as it is shown
        GuideView view = OwnPart.show(GuideView.ID, GuideView.class);
        if (event.getParameter(SELECTION) != null) {
            view.about(selection);
        }
        return null;
    }
}
