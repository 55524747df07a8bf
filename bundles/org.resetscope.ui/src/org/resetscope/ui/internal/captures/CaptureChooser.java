package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.resetscope.ui.session.Session;

/** Asks for captures on disk. */
public final class CaptureChooser {

    private static final String CAPTURES = "*.pcap;*.pcapng;*.cap;*.dmp;*.snoop;*.ntar;*.pcap.gz;*.pcapng.gz;*.cap.gz;*.pcap.zst;*.pcapng.zst";

    private CaptureChooser() {
    }

    /** Empty where the user thought better of it. */
    public static List<Path> choose(Shell shell, String title) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
        dialog.setText(title);
        dialog.setFilterNames(new String[] {"Captures", "All files"});
        dialog.setFilterExtensions(new String[] {CAPTURES, "*"});
        dialog.setFilterPath(Session.recent().directory());
        if (dialog.open() == null) {
            return List.of();
        }
        Path directory = Path.of(dialog.getFilterPath());
        return Arrays.stream(dialog.getFileNames()).map(directory::resolve).toList();
    }
}
