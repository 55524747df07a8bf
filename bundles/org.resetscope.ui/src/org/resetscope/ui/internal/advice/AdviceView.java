package org.resetscope.ui.internal.advice;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.advice.Advice;
import org.resetscope.core.advice.Advised;
import org.resetscope.ui.internal.derived.Derived;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.Clip;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;

/** What would have prevented the resets of the open captures, as configuration for what the user runs. */
public final class AdviceView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.advice";

    private static final String NOTHING_OPEN = "No resets yet. Open a capture: settings that would have prevented its resets are told here.";
    private static final String NO_TIMER = "No timer caused a reset here: keepalives and time-outs would not have prevented any.";

    private Composite pages;
    private Composite content;
    private Hint hint;
    private Combo cases;
    private Table targets;
    private Button copy;
    private AdviceText text;
    private Advised advised;
    /** Survives that other captures are opened. */
    private String target = "";

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        hint = new Hint(pages);
        content = new Composite(pages, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 4;
        content.setLayout(layout);
        cases = new Combo(content, SWT.READ_ONLY);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 100; // a long sentence must not make the view wide
        cases.setLayoutData(wide);
        cases.addListener(SWT.Selection, e -> fillTargets());
        Accessibles.name(cases, "Connections cut by a timer");
        copy = new Button(content, SWT.PUSH);
        copy.setText("Copy");
        copy.setToolTipText("Copies the configuration to the clipboard");
        copy.addListener(SWT.Selection, e -> Clip.put(configuration() == null ? "" : configuration().text() + "\n"));
        SashForm sash = new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        targets = new Table(sash, SWT.SINGLE | SWT.FULL_SELECTION);
        Content.mark(targets);
        Accessibles.name(targets, "What you run");
        targets.addListener(SWT.Selection, e -> {
            target = targets.getSelection()[0].getText();
            showText();
        });
        text = new AdviceText(sash);
        sash.setWeights(28, 72);
        CopyAction.install(getSite(), this::copied);
        Derived.show(getSite(), pages, "Looking for advice", Advised::of, this::found);
        fill();
    }

    /** What is selected, or the configuration. */
    private String copied() {
        String selected = text.selection();
        return selected != null ? selected : configuration() == null ? "" : configuration().text() + "\n";
    }

    @Override
    public void setFocus() {
        (content.isVisible() ? targets : hint.control()).setFocus();
    }

    private void found(Advised found) {
        advised = found;
        fill();
    }

    private void fill() {
        boolean any = advised != null && !advised.advice().isEmpty();
        setContentDescription(advised == null || advised.problems().isEmpty() ? "" : advised.problems().get(0).text());
        hint.show(advised == null ? NOTHING_OPEN : NO_TIMER);
        ((StackLayout) pages.getLayout()).topControl = any ? content : hint.control();
        pages.layout();
        cases.removeAll();
        if (any) {
            advised.advice().forEach(advice -> cases.add(advice.summary()));
            cases.select(0);
            fillTargets();
        }
    }

    private void fillTargets() {
        List<Advice.Configuration> configurations = advice().configurations();
        targets.removeAll();
        for (Advice.Configuration configuration : configurations) {
            new TableItem(targets, SWT.NONE).setText(configuration.title());
        }
        for (int i = 0; i < configurations.size(); i++) {
            if (configurations.get(i).title().equals(target)) {
                targets.setSelection(i);
            }
        }
        if (targets.getSelectionCount() == 0 && !configurations.isEmpty()) {
            targets.setSelection(0);
        }
        showText();
    }

    private void showText() {
        copy.setEnabled(configuration() != null);
        cases.setToolTipText(advice().summary());
        text.show(advice(), configuration());
    }

    private Advice advice() {
        return advised.advice().get(cases.getSelectionIndex());
    }

    private Advice.Configuration configuration() {
        int index = targets.getSelectionIndex();
        return index < 0 ? null : advice().configurations().get(index);
    }
}
