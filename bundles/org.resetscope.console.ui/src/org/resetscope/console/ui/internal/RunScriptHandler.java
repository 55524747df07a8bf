package org.resetscope.console.ui.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a script file and runs it in the console. */
public final class RunScriptHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        choose(window.getShell(), "Run Script").ifPresent(ConsoleView.show(window.getActivePage())::run);
        return null;
    }

    /** Asks for a script file; empty where the user thought better of it. */
    public static Optional<Path> choose(Shell shell, String title) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText(title);
        dialog.setFilterNames(new String[] { "Groovy scripts", "All files" });
        dialog.setFilterExtensions(new String[] { "*.groovy", "*" });
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
