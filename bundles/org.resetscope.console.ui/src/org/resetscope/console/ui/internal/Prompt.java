package org.resetscope.console.ui.internal;

import java.util.function.Consumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.custom.VerifyKeyListener;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * Where scripts are typed: Enter runs, Shift+Enter begins another line, arrows up and down fetch what was typed before, Tab completes
 * (and leaves an empty prompt, so that the keyboard alone does).
 */
final class Prompt {

    private static final int MOST_LINES = 10;

    private final Composite frame;
    private final StyledText text;
    private final Label mark;
    private final History history;
    private final Consumer<String> entered;
    private final Runnable escaped;
    private final Runnable complete;

    Prompt(Composite parent, History history, Consumer<String> entered, Runnable escaped, Runnable complete) {
        this.history = history;
        this.entered = entered;
        this.escaped = escaped;
        this.complete = complete;
        frame = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 3;
        frame.setLayout(layout);
        mark = new Label(frame, SWT.NONE);
        mark.setText(">");
        mark.setFont(JFaceResources.getTextFont());
        mark.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        text = new StyledText(frame, SWT.MULTI | SWT.V_SCROLL | SWT.WRAP);
        text.setAlwaysShowScrollBars(false);
        text.setFont(JFaceResources.getTextFont());
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Script to run";
            }
        });
        text.addVerifyKeyListener(new VerifyKeyListener() {
            @Override
            public void verifyKey(VerifyEvent event) {
                event.doit = !handled(event);
            }
        });
        text.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = e.detail == SWT.TRAVERSE_TAB_PREVIOUS || text.getText().isBlank();
            } else if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false; // it comes as a key then
            }
        });
        text.addListener(SWT.Modify, e -> grow());
    }

    Composite control() {
        return frame;
    }

    StyledText text() {
        return text;
    }

    void setFocus() {
        text.setFocus();
    }

    /** While a script runs, what is typed waits. */
    void setBusy(boolean busy) {
        mark.setText(busy ? "…" : ">");
        frame.layout();
    }

    void clear() {
        text.setText("");
    }

    /** A script begun, with the cursor behind it. */
    void begin(String script) {
        text.setText(script);
        text.setCaretOffset(script.length());
        text.setFocus();
    }

    private boolean handled(VerifyEvent event) {
        int modifiers = event.stateMask & SWT.MODIFIER_MASK;
        if ((event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && modifiers == 0) {
            enter();
            return true;
        }
        if (event.keyCode == SWT.ARROW_UP && modifiers == 0 && line() == 0) {
            return replace(history.older(text.getText()));
        }
        if (event.keyCode == SWT.ARROW_DOWN && modifiers == 0 && line() == text.getLineCount() - 1) {
            return replace(history.newer());
        }
        if (event.keyCode == SWT.ESC) {
            escaped.run();
            return true;
        }
        if (event.character == SWT.TAB || event.character == ' ' && modifiers == SWT.CTRL) {
            complete.run();
            return true;
        }
        return false;
    }

    private void enter() {
        if (!text.getText().isBlank()) {
            entered.accept(text.getText());
        }
    }

    private int line() {
        return text.getLineAtOffset(text.getCaretOffset());
    }

    private boolean replace(String by) {
        if (by != null) {
            text.setText(by);
            text.setCaretOffset(by.length());
        }
        return true;
    }

    /** As high as its lines need. */
    private void grow() {
        int lines = Math.min(MOST_LINES, text.getLineCount());
        GridData data = (GridData) text.getLayoutData();
        int height = lines * text.getLineHeight();
        if (data.heightHint != height) {
            data.heightHint = height;
            frame.getParent().layout();
        }
    }
}
