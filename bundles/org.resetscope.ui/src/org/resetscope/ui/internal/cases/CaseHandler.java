package org.resetscope.ui.internal.cases;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** The commands of the menu File that concern the case. */
public final class CaseHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        switch (event.getCommand().getId()) {
            case "org.resetscope.ui.openCase" -> Cases.open(shell);
            case "org.resetscope.ui.closeCase" -> Cases.close(shell);
            case "org.resetscope.ui.saveCaseAs", "org.eclipse.ui.file.saveAs" -> Cases.saveAs(shell);
            default -> Cases.save(shell);
        }
        return null;
    }
}
