package org.resetscope.console.ui.internal.editor;

import java.nio.file.Path;

import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.resetscope.console.Gallery;
import org.resetscope.ui.text.NewTextInput;
import org.resetscope.ui.text.TextEditors;

/** Opens scripts in editors on behalf of the user. */
final class ScriptOpener {

    private ScriptOpener() {
    }

    static void open(Path file) {
        TextEditors.open(file, ScriptEditor.ID);
    }

    static void begin() {
        open(new NewTextInput("script.groovy", "", ScriptEditor.image("script")));
    }

    /** An example to begin with. What it takes from the command line is to be filled in there. */
    static void begin(Gallery.Example example) {
        String arguments = example.arguments().isEmpty() ? ""
                : "args = ['" + String.join("', '", example.arguments()) + "']  // to be filled in\n";
        open(new NewTextInput(example.name() + ".groovy", arguments + example.text(), ScriptEditor.image("script")));
    }

    private static void open(IEditorInput input) {
        try {
            page().setEditorAreaVisible(true);
            page().openEditor(input, ScriptEditor.ID);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }
}
