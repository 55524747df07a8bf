package org.resetscope.ui.internal.rules;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.session.Session;

/** File &gt; Open Rules. */
public final class OpenRulesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN | SWT.MULTI);
        dialog.setText("Open Rules");
        // What such files are called is no rule: everything is shown at first.
        dialog.setFilterNames(new String[] {"All files", "Rules"});
        dialog.setFilterExtensions(new String[] {"*", "*.v4;*.v6;*.rules;*.nft;*.conf;*.txt;*.save"});
        dialog.setFilterPath(Session.recent().directory());
        if (dialog.open() != null) {
            Path directory = Path.of(dialog.getFilterPath());
            RulesOpener.open(Arrays.stream(dialog.getFileNames()).map(directory::resolve).toList());
        }
        return null;
    }
}
