package org.resetscope.ui.internal.resets;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;

/** Selects all resets, not only those in sight; in the filter line its text. */
final class SelectAllHandler extends AbstractHandler {

    private final ResetsTable table;

    SelectAllHandler(ResetsTable table) {
        this.table = table;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (Display.getCurrent().getFocusControl() instanceof Text field) {
            field.selectAll();
        } else {
            table.selectAll();
        }
        return null;
    }
}
