package org.resetscope.console.ui.internal.editor;

import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.resetscope.console.ScriptProblem;
import org.resetscope.console.ui.internal.Ink;

/** The line above a script: run and stop, and what came of it. */
final class ScriptHeader {

    private static final String HINT = "Ctrl+R runs it, Ctrl+Space completes names.";

    private final Composite line;
    private final Label text;

    ScriptHeader(Composite parent, Runnable run, Runnable stop) {
        line = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 2;
        line.setLayout(layout);
        ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        tools.add(tool("Run", "Ctrl+R", "run", run));
        tools.add(tool("Stop", "Ctrl+.", "stop", stop));
        tools.createControl(line);
        text = new Label(line, SWT.NONE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.setText(HINT);
    }

    private static ActionContributionItem tool(String label, String key, String icon, Runnable run) {
        Action action = new Action(label, ScriptEditor.image(icon)) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(label + " (" + key + ")");
        ActionContributionItem item = new ActionContributionItem(action);
        item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
        return item;
    }

    Control control() {
        return line;
    }

    /** The first problem, or what to do with a script that has none. */
    void show(List<ScriptProblem> problems) {
        if (problems.isEmpty()) {
            say(HINT);
        } else {
            ScriptProblem first = problems.get(0);
            complain((first.line() > 0 ? "Line " + first.line() + ": " : "") + first.message());
        }
    }

    void complain(String problem) {
        say(problem.lines().findFirst().orElse(""));
        text.setForeground(Ink.ERROR.on(text));
        text.setToolTipText(problem.replace("&", "&&"));
    }

    void say(String words) {
        text.setForeground(null);
        text.setToolTipText(null);
        text.setText(words.replace("&", "&&"));
        line.layout();
    }
}
