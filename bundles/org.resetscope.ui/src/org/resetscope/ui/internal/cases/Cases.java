package org.resetscope.ui.internal.cases;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.operations.IWorkbenchOperationSupport;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.Notes.Place;
import org.resetscope.ui.session.Session;

/** Opens and saves cases on behalf of the user, whom it asks before anything is lost. UI thread only. */
public final class Cases {

    private static final int MOST_TOLD = 10;
    private static final int SAVE = 0;
    private static final int DISCARD = 1;

    private Cases() {
    }

    /** Takes the place of what is open, unless the user would rather keep it. */
    public static void open(Shell shell, Path file) {
        if (!mayClose(shell)) {
            return;
        }
        CaseReader.Result[] read = {null};
        String problem = run(monitor -> read[0] = CaseReader.read(file));
        if (read[0] == null) {
            MessageDialog.openError(shell, "Open Case", problem);
            return;
        }
        forgetUndo();
        Case.current().open(file, read[0].content());
        Session.recent().add(List.of(Input.of(file)));
        List<String> problems = read[0].problems();
        if (!problems.isEmpty()) {
            MessageDialog.openWarning(shell, "Open Case", "Not all of " + file + " can be used:\n\n"
                    + problems.stream().distinct().limit(MOST_TOLD).collect(Collectors.joining("\n"))
                    + (problems.size() > MOST_TOLD ? "\n\u2026" : ""));
        }
    }

    /** Asks for a case and opens it. */
    static void open(Shell shell) {
        String file = dialog(shell, SWT.OPEN, "Open Case").open();
        if (file != null) {
            open(shell, Path.of(file));
        }
    }

    /** Closes everything that is open. */
    static void close(Shell shell) {
        if (mayClose(shell)) {
            forgetUndo();
            Case.current().close();
        }
    }

    /** @return whether it is saved now */
    public static boolean save(Shell shell) {
        Path file = Case.current().file();
        return file == null ? saveAs(shell) : save(shell, file);
    }

    /** @return whether it is saved now */
    static boolean saveAs(Shell shell) {
        FileDialog dialog = dialog(shell, SWT.SAVE, "Save Case");
        dialog.setOverwrite(true);
        dialog.setFileName(proposal());
        String file = dialog.open();
        return file != null && save(shell, Path.of(CaseFile.named(Path.of(file)) ? file : file + CaseFile.ENDING));
    }

    /** Asks whether to save what would be lost. @return false where the user wants to go on working */
    public static boolean mayClose(Shell shell) {
        if (!Case.current().dirty()) {
            return true;
        }
        Path file = Case.current().file();
        MessageDialog dialog = new MessageDialog(shell, "Save Case", null, file == null ? "Save your notes and bookmarks in a case file?"
                : "Save what changed in " + file.getFileName() + "?", MessageDialog.QUESTION, SAVE, "Save", "Don\u2019t Save", "Cancel");
        int answer = dialog.open();
        return answer == SAVE ? save(shell) : answer == DISCARD;
    }

    /** Saves under a name. @return whether it is saved now */
    public static boolean save(Shell shell, Path file) {
        Case open = Case.current();
        List<Input> inputs = open.inputs();
        Map<Place, Note> notes = Session.notes().all();
        CaseFile[] written = {null};
        String problem = run(monitor -> {
            CaseFile content = open.content(inputs, notes, monitor);
            CaseWriter.write(content, file);
            written[0] = content;
        });
        if (written[0] != null) {
            open.saved(file, written[0]);
            Session.recent().add(List.of(Input.of(file)));
        } else if (problem != null) {
            MessageDialog.openError(shell, "Save Case", file + " cannot be written: " + problem);
        }
        return written[0] != null;
    }

    @FunctionalInterface
    private interface Work {

        void run(IProgressMonitor monitor) throws IOException;
    }

    /** In the background, while the window shows that it is busy and lets the user cancel. @return what went wrong; null for nothing */
    private static String run(Work work) {
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
                try {
                    work.run(monitor);
                } catch (IOException e) {
                    throw new InvocationTargetException(e);
                }
            });
            return null;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException problem) {
                return problem.getMessage();
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            return null; // the user cancelled it
        }
    }

    private static void forgetUndo() {
        IWorkbenchOperationSupport support = PlatformUI.getWorkbench().getOperationSupport();
        IUndoContext context = support.getUndoContext();
        support.getOperationHistory().dispose(context, true, true, false);
    }

    private static FileDialog dialog(Shell shell, int style, String title) {
        FileDialog dialog = new FileDialog(shell, style);
        dialog.setText(title);
        dialog.setFilterNames(new String[] {"Cases", "All files"});
        dialog.setFilterExtensions(new String[] {"*" + CaseFile.ENDING, "*"});
        Path now = Case.current().file();
        dialog.setFilterPath(now == null ? Session.recent().directory() : now.getParent().toString());
        return dialog;
    }

    private static String proposal() {
        Path now = Case.current().file();
        List<Input> inputs = Case.current().inputs();
        String name = now != null ? now.getFileName().toString() : inputs.isEmpty() ? "case" : inputs.get(0).paths().get(0).getFileName().toString();
        return name.replaceFirst("\\..*$", "") + CaseFile.ENDING;
    }
}
