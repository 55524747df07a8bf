package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.rules.HeldRulesDialog;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Asks for rules, and settings of the same machine, and holds the selected captures against them; or against none any more. */
public final class HoldAgainstRulesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        List<OpenCapture> captures = CapturesView.selected();
        List<Path> rules = captures.stream().flatMap(c -> c.input().rules().stream()).distinct().toList();
        HeldRulesDialog dialog = new HeldRulesDialog(HandlerUtil.getActiveShell(event), rules);
        if (dialog.open() == Window.OK) {
            captures.forEach(capture -> Session.captures().holdAgainst(capture, dialog.files()));
        }
        return null;
    }
}
