package org.resetscope.ui.internal.widgets;

import java.util.function.Supplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;

/** Edit &gt; Copy for a view. */
public final class CopyAction {

    private CopyAction() {
    }

    public static void install(IWorkbenchPartSite site, Supplier<String> text) {
        site.getService(IHandlerService.class).activateHandler(IWorkbenchCommandConstants.EDIT_COPY, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                // A field for input in the view copies its own.
                if (Display.getCurrent().getFocusControl() instanceof Text field) {
                    field.copy();
                } else {
                    Clip.put(text.get());
                }
                return null;
            }
        });
    }
}
