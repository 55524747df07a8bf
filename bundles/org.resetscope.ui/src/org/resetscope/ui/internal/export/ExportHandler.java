package org.resetscope.ui.internal.export;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.report.Reporter;
import org.resetscope.ui.internal.widgets.Chosen;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Asks where to write a report of all resets, or of the selected ones. */
public final class ExportHandler extends AbstractHandler {

    private static final String SCOPE = "org.resetscope.ui.export.scope";

    @Override
    public Object execute(ExecutionEvent event) {
        boolean chosen = "selection".equals(event.getParameter(SCOPE));
        List<OpenReset> resets = Chosen.resets(HandlerUtil.getCurrentSelection(event));
        Shell shell = HandlerUtil.getActiveShell(event);
        if (chosen ? resets.isEmpty() : !Exports.any()) {
            MessageDialog.openInformation(shell, "Export Report", chosen ? "No reset is selected." : "No capture is open.");
            return null;
        }
        Path file = ask(shell, chosen ? "Export Selected Resets" : "Export Report");
        if (file != null && chosen) {
            Exports.of(resets, file);
        } else if (file != null) {
            Exports.all(file);
        }
        return null;
    }

    /** @return with an ending that names a format; null where the user thought better of it */
    private static Path ask(Shell shell, String title) {
        List<Contribution<Reporter>> formats = Exports.formats();
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setFilterNames(formats.stream().map(f -> f.attribute("label")).toArray(String[]::new));
        dialog.setFilterExtensions(formats.stream().map(f -> "*" + Exports.ending(f)).toArray(String[]::new));
        dialog.setFilterPath(Session.recent().directory());
        dialog.setFileName("resets" + Exports.ending(formats.get(0)));
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null || formats.stream().anyMatch(f -> file.endsWith(Exports.ending(f)))) {
            return file == null ? null : Path.of(file);
        }
        return Path.of(file + Exports.ending(formats.get(Math.max(0, dialog.getFilterIndex()))));
    }
}
