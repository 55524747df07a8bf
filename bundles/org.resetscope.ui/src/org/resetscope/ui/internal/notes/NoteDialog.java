package org.resetscope.ui.internal.notes;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.session.Note;

/** A note is written: Ctrl+Enter is enough to end it. */
final class NoteDialog extends Dialog {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 140;

    private final String title;
    private String text;
    private Text field;

    /** @param title which reset it is on */
    NoteDialog(Shell parent, String title, String text) {
        super(parent);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        this.title = title;
        this.text = text;
    }

    String text() {
        return text;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Note");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label label = new Label(area, SWT.WRAP);
        label.setText(title.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        field = new Text(area, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        field.setTextLimit(Note.LONGEST);
        field.setText(text);
        field.setSelection(text.length());
        Accessibles.name(field, "Note on " + title);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(field);
        field.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_RETURN && (e.stateMask & SWT.MOD1) != 0) {
                e.doit = false;
                okPressed();
            } else if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = true; // nobody indents a note
            }
        });
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        text = field.getText();
        super.okPressed();
    }
}
