package org.resetscope.ui.internal.help;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.widgets.OwnPart;

/** Help &gt; Help Contents; F1: what concerns the view or editor that the user works in. */
public final class HelpHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        String part = HandlerUtil.getActivePartId(event);
        HelpView view = OwnPart.show(HelpView.ID, HelpView.class);
        if (IWorkbenchCommandConstants.HELP_HELP_CONTENTS.equals(event.getCommand().getId()) || HelpView.ID.equals(part)) {
            view.contents();
        } else {
            view.show(HelpPages.of(part));
        }
        return null;
    }
}
