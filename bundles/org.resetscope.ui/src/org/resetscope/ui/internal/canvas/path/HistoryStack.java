package org.resetscope.ui.internal.canvas.path;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.ui.PlatformUI;

/** Runs commands as operations of the workbench: Edit &gt; Undo takes back notes and changes of a path in the order they were made. */
final class HistoryStack extends CommandStack {

    private final IOperationHistory history = PlatformUI.getWorkbench().getOperationSupport().getOperationHistory();
    private final IUndoContext context = PlatformUI.getWorkbench().getOperationSupport().getUndoContext();

    @Override
    public void execute(Command command) {
        if (command != null && command.canExecute()) {
            run(() -> history.execute(new Operation(command), null, null));
        }
    }

    @Override
    public boolean canUndo() {
        return history.canUndo(context);
    }

    @Override
    public boolean canRedo() {
        return history.canRedo(context);
    }

    @Override
    public void undo() {
        run(() -> history.undo(context, null, null));
    }

    @Override
    public void redo() {
        run(() -> history.redo(context, null, null));
    }

    @FunctionalInterface
    private interface Step {

        IStatus run() throws ExecutionException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // no command throws it
        }
    }

    private final class Operation extends AbstractOperation {

        private final Command command;

        private Operation(Command command) {
            super(command.getLabel());
            this.command = command;
            addContext(context);
        }

        @Override
        public boolean canUndo() {
            return command.canUndo();
        }

        @Override
        public boolean canRedo() {
            return command.canExecute();
        }

        @Override
        public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
            command.execute();
            return Status.OK_STATUS;
        }

        @Override
        public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
            command.redo();
            return Status.OK_STATUS;
        }

        @Override
        public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
            command.undo();
            return Status.OK_STATUS;
        }
    }
}
