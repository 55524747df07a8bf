package org.resetscope.ui.internal.status;

import java.util.List;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IViewPart;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Session;

import jakarta.annotation.PostConstruct;

/** The line at the bottom of the window: what is loaded and what was cut. A double click shows the view Problems. */
public final class StatusLine {

    private static final String PROBLEMS = "org.resetscope.ui.view.problems";
    private static final int WIDTH = 620;

    private Label text;
    private Label icon;

    @PostConstruct
    void create(Composite parent) {
        Composite line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 2).applyTo(line);
        icon = new Label(line, SWT.NONE);
        icon.setImage(Icons.get("state-partial"));
        icon.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, true));
        text = new Label(line, SWT.NONE);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, true);
        data.widthHint = WIDTH;
        text.setLayoutData(data);
        Accessibles.name(text, "What is loaded");
        for (Control control : new Control[] {line, icon, text}) {
            control.addListener(SWT.MouseDoubleClick, e -> OwnPart.show(PROBLEMS, IViewPart.class));
        }
        UiUpdate update = new UiUpdate(line, this::show);
        OpenCaptures.Listener listener = OpenCaptures.Listener.of(update::request);
        Session.captures().addListener(listener);
        line.addListener(SWT.Dispose, e -> Session.captures().removeListener(listener));
        show();
    }

    private void show() {
        List<OpenCapture> captures = Session.captures().counted();
        String words = StatusText.of(captures);
        boolean cut = captures.stream().anyMatch(StatusText::cut);
        if (!words.equals(text.getText())) {
            text.setText(words);
            text.setToolTipText(words);
        }
        if (icon.getVisible() != cut) {
            icon.setVisible(cut);
            ((GridData) icon.getLayoutData()).exclude = !cut;
            icon.getParent().layout();
        }
    }
}
