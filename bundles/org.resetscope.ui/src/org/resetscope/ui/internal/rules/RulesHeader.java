package org.resetscope.ui.internal.rules;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.words.Words;

/** The line above the text: what was found, or that nothing could be. */
final class RulesHeader {

    private final Composite line;
    private final Label image;
    private final Label text;

    RulesHeader(Composite parent) {
        line = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 4;
        line.setLayout(layout);
        image = new Label(line, SWT.NONE);
        image.setImage(Icons.get("state-reading"));
        text = new Label(line, SWT.NONE);
        text.setText("Checking\u2026");
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    Control control() {
        return line;
    }

    void show(Lint lint) {
        Level worst = lint.found().stream().map(Found::level).max(Level::compareTo).orElse(null);
        image.setImage(worst != null ? Icons.get(Icons.found(worst)) : Icons.get(lint.known() ? "state-complete" : "note"));
        text.setText(words(lint, worst));
        line.layout();
    }

    private static String words(Lint lint, Level worst) {
        if (!lint.known()) {
            return "Plain text: no installed plug-in knows this format, so nothing is checked.";
        }
        if (worst == null) {
            return "Nothing found.";
        }
        List<String> parts = new ArrayList<>();
        add(parts, lint.count(Level.ERROR), "error", "errors");
        add(parts, lint.count(Level.WARNING), "warning", "warnings");
        add(parts, lint.count(Level.NOTE), "note", "notes");
        boolean fix = lint.found().stream().anyMatch(f -> !f.fixes().isEmpty());
        return String.join(", ", parts) + ". In a marked line, F2 explains" + (fix ? " and Ctrl+1 mends." : ".");
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(Words.count(count, one, many));
        }
    }
}
