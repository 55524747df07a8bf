package org.resetscope.ui.internal.notes;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.widgets.Chosen;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Sets bookmarks on the selected resets; takes them away where all have one. */
public final class BookmarkHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        List<OpenReset> resets = Chosen.resets(HandlerUtil.getCurrentSelection(event));
        boolean set = resets.stream().anyMatch(r -> !Session.notes().of(r).bookmarked());
        NoteOperation.run(set ? "Bookmark" : "Remove Bookmark", NoteOperation.places(resets), note -> note.withBookmark(set));
        return null;
    }
}
