package org.resetscope.console.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Does something with the console of the window, if it is open. */
abstract class ConsoleHandler extends AbstractHandler {

    abstract void execute(ConsoleView view);

    @Override
    public final Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().findView(ConsoleView.ID) instanceof ConsoleView view) {
            execute(view);
        }
        return null;
    }
}
