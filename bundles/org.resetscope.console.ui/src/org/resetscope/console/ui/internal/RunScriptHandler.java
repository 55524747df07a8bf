package org.resetscope.console.ui.internal;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a script file and runs it in the console. */
public final class RunScriptHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
        dialog.setText("Run Script");
        dialog.setFilterNames(new String[] { "Groovy scripts", "All files" });
        dialog.setFilterExtensions(new String[] { "*.groovy", "*" });
        String file = dialog.open();
        if (file != null) {
            try {
                ((ConsoleView) window.getActivePage().showView(ConsoleView.ID)).run(Path.of(file));
            } catch (PartInitException e) {
                throw new ExecutionException("The view Console could not be opened", e);
            }
        }
        return null;
    }
}
