package org.resetscope.ui.internal.notes;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.widgets.Chosen;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Asks for the note on the selected resets. */
public final class NoteHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        List<OpenReset> resets = Chosen.resets(HandlerUtil.getCurrentSelection(event));
        if (!resets.isEmpty()) {
            OpenReset first = resets.get(0);
            String title = resets.size() == 1 ? Words.flow(first.reset().flow()) + ": " + Words.cause(first.reset().verdict().cause())
                    : "The same note on " + Words.count(resets.size(), "reset", "resets");
            NoteDialog dialog = new NoteDialog(HandlerUtil.getActiveShell(event), title, Session.notes().of(first).text());
            if (dialog.open() == Window.OK) {
                NoteOperation.run("Note", NoteOperation.places(resets), note -> note.withText(dialog.text()));
            }
        }
        return null;
    }
}
