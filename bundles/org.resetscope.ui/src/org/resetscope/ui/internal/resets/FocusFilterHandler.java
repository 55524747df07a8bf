package org.resetscope.ui.internal.resets;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.resetscope.ui.internal.widgets.OwnPart;

/** Puts the cursor into the filter line, as Ctrl+F does. */
public final class FocusFilterHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        OwnPart.show(ResetsView.ID, ResetsView.class).focusFilter();
        return null;
    }
}
