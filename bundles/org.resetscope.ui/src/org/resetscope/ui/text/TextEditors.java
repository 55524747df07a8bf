package org.resetscope.ui.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Session;

/**
 * Opens text files in editors on behalf of the user. On the user interface thread.
 *
 * @since 0.1
 */
public final class TextEditors {

    private TextEditors() {
    }

    /**
     * The editor that a plug-in declared for files of this name ({@code org.eclipse.ui.editors}, {@code extensions} or {@code filenames}), by its
     * id.
     */
    public static Optional<String> forName(Path file) {
        IEditorDescriptor editor = PlatformUI.getWorkbench().getEditorRegistry().getDefaultEditor(String.valueOf(file.getFileName()));
        return Optional.ofNullable(editor).map(IEditorDescriptor::getId);
    }

    /**
     * Opens a file, or goes to the editor that it is open in, and keeps it among the recent ones.
     *
     * @param editorId of an editor that takes a {@link TextFileInput}
     * @return empty where it cannot be opened, which the user was told
     */
    public static Optional<IEditorPart> open(Path file, String editorId) {
        IEditorDescriptor editor = PlatformUI.getWorkbench().getEditorRegistry().findEditor(editorId);
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        TextFileInput input = new TextFileInput(file, editor.getImageDescriptor());
        try {
            if (page.findEditor(input) == null) {
                TextFileInput.check(input.file());
            }
            page.setEditorAreaVisible(true);
            IEditorPart part = page.openEditor(input, editorId);
            Session.recent().add(List.of(Input.of(input.file())));
            return Optional.of(part);
        } catch (IOException e) {
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), "Open " + editor.getLabel(), input.file() + " " + e.getMessage() + ".");
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
        return Optional.empty();
    }
}
