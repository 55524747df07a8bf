package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.widgets.FilesDialog;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Asks for logs and joins them to the resets of the selected captures; or takes them off again. */
public final class JoinLogsHandler extends AbstractHandler {

    private static final FilesDialog.Words WORDS = new FilesDialog.Words("Join Logs",
            "Logs of the client, the server, or of devices between them. Lines that tell of a reset become evidence.",
            "Without files no log is joined to the captures.", "Add Logs", "Logs");

    @Override
    public Object execute(ExecutionEvent event) {
        join(HandlerUtil.getActiveShell(event), CapturesView.selected());
        return null;
    }

    /** Begins with the logs that are joined to the captures. */
    public static void join(Shell shell, List<OpenCapture> captures) {
        List<Path> logs = captures.stream().flatMap(c -> c.input().logs().stream()).distinct().toList();
        FilesDialog dialog = new FilesDialog(shell, WORDS, JoinLogsHandler::choose, logs);
        if (dialog.open() == Window.OK) {
            captures.forEach(capture -> Session.captures().join(capture, dialog.files()));
        }
    }

    private static List<Path> choose(Shell shell, String title) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
        dialog.setText(title);
        dialog.setFilterPath(Session.recent().directory());
        if (dialog.open() == null) {
            return List.of();
        }
        Path directory = Path.of(dialog.getFilterPath());
        return Arrays.stream(dialog.getFileNames()).map(directory::resolve).toList();
    }
}
