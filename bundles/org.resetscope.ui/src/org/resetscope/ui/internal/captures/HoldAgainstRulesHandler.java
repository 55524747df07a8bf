package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.rules.RulesChooser;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Asks for rules and holds the selected captures against them. */
public final class HoldAgainstRulesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        List<OpenCapture> captures = CapturesView.selected();
        List<Path> rules = RulesChooser.choose(HandlerUtil.getActiveShell(event), "Hold against Rules");
        if (!rules.isEmpty()) {
            captures.forEach(capture -> Session.captures().holdAgainst(capture, rules));
        }
        return null;
    }
}
