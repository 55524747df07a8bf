package org.resetscope.ui.internal.notes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.operations.IWorkbenchOperationSupport;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.Notes.Place;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** A change of notes that can be undone. */
final class NoteOperation extends AbstractOperation {

    private final Map<Place, Note> before = new LinkedHashMap<>();
    private final Map<Place, Note> after = new LinkedHashMap<>();

    private NoteOperation(String label, List<Place> places, UnaryOperator<Note> change) {
        super(label);
        for (Place place : places) {
            Note now = Session.notes().all().getOrDefault(place, Note.NONE);
            before.put(place, now);
            after.put(place, change.apply(now));
        }
        addContext(PlatformUI.getWorkbench().getOperationSupport().getUndoContext());
    }

    /** @param label as in "Undo Bookmark" */
    static void run(String label, List<Place> places, UnaryOperator<Note> change) {
        NoteOperation operation = new NoteOperation(label, places, change);
        if (operation.before.equals(operation.after)) {
            return;
        }
        IWorkbenchOperationSupport support = PlatformUI.getWorkbench().getOperationSupport();
        try {
            support.getOperationHistory().execute(operation, null, null);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // it throws nothing
        }
    }

    static List<Place> places(List<OpenReset> resets) {
        return resets.stream().map(Session.notes()::place).distinct().toList();
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        Session.notes().put(after);
        return Status.OK_STATUS;
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        return execute(monitor, info);
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        Session.notes().put(before);
        return Status.OK_STATUS;
    }
}
