package org.resetscope.ui.internal.rules;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.resetscope.ui.session.Session;

/** Asks for rules on disk. */
public final class RulesChooser {

    private RulesChooser() {
    }

    /** Empty where the user thought better of it. */
    public static List<Path> choose(Shell shell, String title) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
        dialog.setText(title);
        // What such files are called is no rule: everything is shown at first.
        dialog.setFilterNames(new String[] {"All files", "Rules"});
        dialog.setFilterExtensions(new String[] {"*", "*.v4;*.v6;*.rules;*.nft;*.conf;*.txt;*.save"});
        dialog.setFilterPath(Session.recent().directory());
        if (dialog.open() == null) {
            return List.of();
        }
        Path directory = Path.of(dialog.getFilterPath());
        return Arrays.stream(dialog.getFileNames()).map(directory::resolve).toList();
    }
}
