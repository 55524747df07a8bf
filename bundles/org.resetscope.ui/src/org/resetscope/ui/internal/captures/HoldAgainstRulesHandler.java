package org.resetscope.ui.internal.captures;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.rules.RulesChooser;
import org.resetscope.ui.internal.widgets.FilesDialog;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** Asks for rules, and settings of the same machine, and holds the selected captures against them; or against none any more. */
public final class HoldAgainstRulesHandler extends AbstractHandler {

    private static final FilesDialog.Words WORDS = new FilesDialog.Words("Hold against Rules",
            "The rules of one firewall that the packets passed; beside them, what \"sysctl -a\" prints there.",
            "Without files the captures are held against nothing.", "Add Rules or Settings", "Rules and settings");

    @Override
    public Object execute(ExecutionEvent event) {
        hold(HandlerUtil.getActiveShell(event), CapturesView.selected());
        return null;
    }

    /** Begins with the rules that the captures are held against. */
    public static void hold(Shell shell, List<OpenCapture> captures) {
        List<Path> rules = captures.stream().flatMap(c -> c.input().rules().stream()).distinct().toList();
        FilesDialog dialog = new FilesDialog(shell, WORDS, RulesChooser::choose, rules);
        if (dialog.open() == Window.OK) {
            captures.forEach(capture -> Session.captures().holdAgainst(capture, dialog.files()));
        }
    }
}
