package org.resetscope.ui.internal.rules;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** File &gt; Open Rules. */
public final class OpenRulesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        RulesOpener.open(RulesChooser.choose(HandlerUtil.getActiveShell(event), "Open Rules"));
        return null;
    }
}
