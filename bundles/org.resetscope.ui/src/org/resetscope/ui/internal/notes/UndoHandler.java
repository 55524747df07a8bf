package org.resetscope.ui.internal.notes;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistoryListener;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.ui.PlatformUI;

/** Edit &gt; Undo and Redo outside editors: of notes. */
public abstract class UndoHandler extends AbstractHandler {

    private final IOperationHistory history = PlatformUI.getWorkbench().getOperationSupport().getOperationHistory();
    private final IUndoContext context = PlatformUI.getWorkbench().getOperationSupport().getUndoContext();
    private final IOperationHistoryListener changed = event -> PlatformUI.getWorkbench().getDisplay().asyncExec(this::update);

    private final boolean redo;

    UndoHandler(boolean redo) {
        this.redo = redo;
        history.addOperationHistoryListener(changed);
        setBaseEnabled(next() != null);
    }

    public static final class Undo extends UndoHandler {
        public Undo() {
            super(false);
        }
    }

    public static final class Redo extends UndoHandler {
        public Redo() {
            super(true);
        }
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (redo) {
            history.redo(context, null, null);
        } else {
            history.undo(context, null, null);
        }
        return null;
    }

    @Override
    public void dispose() {
        history.removeOperationHistoryListener(changed);
        super.dispose();
    }

    private IUndoableOperation next() {
        return redo ? history.getRedoOperation(context) : history.getUndoOperation(context);
    }

    private void update() {
        setBaseEnabled(next() != null);
    }
}
