package org.resetscope.ui.internal.cases;

import org.eclipse.swt.widgets.Shell;
import org.resetscope.ui.internal.widgets.UiUpdate;

/** Names the case in the title of a window, and whether something is not saved. */
public final class WindowTitle {

    private WindowTitle() {
    }

    public static void keep(Shell shell) {
        UiUpdate update = new UiUpdate(shell, () -> shell.setText(title()));
        Case.current().addListener(update::request);
        update.request();
    }

    private static String title() {
        Case now = Case.current();
        String mark = now.dirty() ? "*" : "";
        return now.file() == null ? mark + "ResetScope" : mark + now.file().getFileName() + " \u2013 ResetScope";
    }
}
