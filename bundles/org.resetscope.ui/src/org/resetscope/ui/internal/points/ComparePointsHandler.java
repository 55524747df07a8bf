package org.resetscope.ui.internal.points;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.core.CaptureFile;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.captures.CapturesView;

/** File &gt; Compare Points: begins with the captures that are selected, and opens them as one. */
public final class ComparePointsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        compare(HandlerUtil.getActiveShell(event), selected());
        return null;
    }

    /** @param files to begin with */
    public static void compare(Shell shell, List<CaptureFile> files) {
        ComparePointsDialog dialog = new ComparePointsDialog(shell, files);
        if (dialog.open() == Window.OK) {
            CaptureOpener.openInputs(List.of(dialog.input()));
        }
    }

    private static List<CaptureFile> selected() {
        return CapturesView.selected().stream().flatMap(capture -> capture.input().files().stream()).toList();
    }
}
