package org.resetscope.console.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Saves what is in the prompt as a script file. */
public final class SaveScriptHandler extends ConsoleHandler {

    @Override
    void execute(ConsoleView view) {
        Shell shell = view.getSite().getShell();
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Save Script");
        dialog.setFilterExtensions(new String[] { "*.groovy", "*" });
        dialog.setFileName("script.groovy");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            try {
                Files.writeString(Path.of(file), view.begun());
            } catch (IOException e) {
                ErrorDialog.openError(shell, "Save Script", "The script could not be saved.", Status.error(e.toString(), e));
            }
        }
    }
}
