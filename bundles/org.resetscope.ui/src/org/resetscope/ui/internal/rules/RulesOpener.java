package org.resetscope.ui.internal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.resetscope.core.configuration.ConfigurationFormat;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.core.configuration.Configurations;
import org.resetscope.ui.text.TextEditors;

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
        files.forEach(file -> TextEditors.open(file, RulesEditor.ID));
    }

    /** Opens a file in an editor and selects a line, from 1. */
    public static void open(Path file, int line) {
        if (TextEditors.open(file, RulesEditor.ID).orElse(null) instanceof RulesEditor editor) {
            editor.revealLine(line);
            editor.setFocus();
        }
    }

    static void reveal(Path file, Found found) {
        if (TextEditors.open(file, RulesEditor.ID).orElse(null) instanceof RulesEditor editor) {
            editor.reveal(found);
        }
    }
}
