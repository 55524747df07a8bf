package org.resetscope.ui.internal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.resetscope.core.configuration.ConfigurationFormat;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Session;
import org.resetscope.ui.text.TextFileInput;

/** Opens rules in editors on behalf of the user. */
public final class RulesOpener {

    private RulesOpener() {
    }

    /** Tells by its content whether a file holds the configuration of a device. May take as long as the file system does. */
    public static boolean recognises(Path file) {
        if (!Files.isRegularFile(file)) {
            return false; // reading from a pipe would take away what it holds
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(ConfigurationFormat.HEAD), StandardCharsets.UTF_8);
            return !head.isBlank() && head.indexOf(0) < 0
                    && new Configurations().recognises(ConfigurationText.of(file.toString(), head));
        } catch (IOException e) {
            return false; // whoever opens it then says why it cannot be read
        }
    }

    /** Opens each file in an editor of its own, in any format; one that cannot be is told in a dialog. */
    public static void open(List<Path> files) {
        for (Path file : files) {
            open(file);
        }
    }

    /** Opens a file in an editor and selects a line, from 1. */
    public static void open(Path file, int line) {
        if (open(file) instanceof RulesEditor editor) {
            editor.revealLine(line);
            editor.setFocus();
        }
    }

    static void reveal(Path file, Found found) {
        if (open(file) instanceof RulesEditor editor) {
            editor.reveal(found);
        }
    }

    private static IEditorPart open(Path given) {
        Path file = given.toAbsolutePath().normalize();
        TextFileInput input = RulesEditor.input(file);
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            if (page.findEditor(input) == null) {
                TextFileInput.check(file);
            }
            page.setEditorAreaVisible(true);
            IEditorPart editor = page.openEditor(input, RulesEditor.ID);
            Session.recent().add(List.of(Input.of(file)));
            return editor;
        } catch (IOException e) {
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), "Open Rules", file + " " + e.getMessage() + ".");
        } catch (PartInitException e) {
            ILog.of(RulesOpener.class).error(file + " could not be opened", e);
        }
        return null;
    }
}
