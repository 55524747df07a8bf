package org.resetscope.console.ui.internal.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.console.ui.internal.RunScriptHandler;

/** File &gt; Open Script. */
public final class OpenScriptHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        RunScriptHandler.choose(HandlerUtil.getActiveShell(event), "Open Script").ifPresent(ScriptOpener::open);
        return null;
    }
}
