package org.resetscope.ui.internal.points;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.core.CaptureFile;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.captures.CapturesView;

/** File &gt; Compare Points: begins with the captures that are selected, and opens them as one. */
public final class ComparePointsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ComparePointsDialog dialog = new ComparePointsDialog(HandlerUtil.getActiveShell(event), selected());
        if (dialog.open() == Window.OK) {
            CaptureOpener.openInputs(List.of(dialog.input()));
        }
        return null;
    }

    private static List<CaptureFile> selected() {
        return CapturesView.selected().stream().flatMap(capture -> capture.input().files().stream()).toList();
    }
}
