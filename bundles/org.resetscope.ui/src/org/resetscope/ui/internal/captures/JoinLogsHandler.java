package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Asks for logs and joins them to the resets of the selected captures. */
public final class JoinLogsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        List<OpenCapture> captures = CapturesView.selected();
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN | SWT.MULTI);
        dialog.setText("Join Logs");
        dialog.setFilterPath(Session.recent().directory());
        if (dialog.open() != null) {
            Path directory = Path.of(dialog.getFilterPath());
            List<Path> logs = Arrays.stream(dialog.getFileNames()).map(directory::resolve).toList();
            captures.forEach(capture -> Session.captures().join(capture, logs));
        }
        return null;
    }
}
