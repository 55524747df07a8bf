package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.session.Session;

/** File &gt; Open Captures. */
public final class OpenHandler extends AbstractHandler {

    private static final String CAPTURES = "*.pcap;*.pcapng;*.cap;*.dmp;*.snoop;*.ntar;*.pcap.gz;*.pcapng.gz;*.cap.gz;*.pcap.zst;*.pcapng.zst";

    @Override
    public Object execute(ExecutionEvent event) {
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN | SWT.MULTI);
        dialog.setText("Open Captures");
        dialog.setFilterNames(new String[] {"Captures", "All files"});
        dialog.setFilterExtensions(new String[] {CAPTURES, "*"});
        List<Path> recent = Session.recent().list();
        if (!recent.isEmpty() && recent.get(0).getParent() != null) {
            dialog.setFilterPath(recent.get(0).getParent().toString());
        }
        if (dialog.open() != null) {
            Path directory = Path.of(dialog.getFilterPath());
            CaptureOpener.open(Arrays.stream(dialog.getFileNames()).map(directory::resolve).toList());
        }
        return null;
    }
}
