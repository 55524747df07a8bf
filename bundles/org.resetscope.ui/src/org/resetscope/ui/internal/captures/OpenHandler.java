package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Open Captures. */
public final class OpenHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        List<Path> files = CaptureChooser.choose(HandlerUtil.getActiveShell(event), "Open Captures");
        if (!files.isEmpty()) {
            CaptureOpener.open(files);
        }
        return null;
    }
}
