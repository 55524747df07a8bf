package org.resetscope.ui.internal.resets;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.resetscope.ui.internal.widgets.OwnPart;

/** Collapses or expands all groups. */
public final class CollapseHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ResetsView view = OwnPart.find(ResetsView.ID, ResetsView.class);
        if (view != null) {
            view.collapseAll(event.getCommand().getId().endsWith("collapseAll"));
        }
        return null;
    }
}
