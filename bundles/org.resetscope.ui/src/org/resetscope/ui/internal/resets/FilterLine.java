package org.resetscope.ui.internal.resets;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.resetscope.core.filter.Filter;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.theme.PaletteChange;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.words.Words;

/** The line above the table: a filter, how many rows pass it, and below what is wrong with it. */
final class FilterLine {

    /** Long enough to type on, short enough to feel immediate. */
    private static final int DELAY_MILLIS = 200;

    private final Composite composite;
    private final Text text;
    private final Label count;
    private final Composite error;
    private final Label errorText;
    private final Consumer<Filter> changed;
    private final Runnable apply = this::apply;

    FilterLine(Composite parent, Consumer<Filter> changed) {
        this.changed = changed;
        composite = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 4;
        layout.marginHeight = 3;
        composite.setLayout(layout);
        text = new Text(composite, SWT.SINGLE | SWT.SEARCH | SWT.ICON_CANCEL);
        text.setMessage("Filter, for example: 10.0.0.1 443, cause=endpoint.*, not sender=server");
        text.setToolTipText("Keys: address, port, cause, sender. Join with and, or, not and parentheses. address=10.0.0.0/8 and port=80,443");
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Accessibles.name(text, "Filter of resets");
        text.addModifyListener(e -> text.getDisplay().timerExec(DELAY_MILLIS, apply));
        text.addListener(SWT.DefaultSelection, e -> text.getDisplay().timerExec(0, apply));
        count = new Label(composite, SWT.NONE);
        count.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        error = new Composite(composite, SWT.NONE);
        GridLayout errorLayout = new GridLayout(2, false);
        errorLayout.marginWidth = 0;
        errorLayout.marginHeight = 0;
        error.setLayout(errorLayout);
        GridData errorData = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        errorData.exclude = true;
        error.setLayoutData(errorData);
        error.setVisible(false);
        new Label(error, SWT.NONE).setImage(Icons.get("state-partial"));
        errorText = new Label(error, SWT.WRAP);
        PaletteChange.listen(errorText, () -> errorText.setForeground(Palette.of(errorText).error()));
        errorText.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    Composite control() {
        return composite;
    }

    void focus() {
        text.setFocus();
        text.selectAll();
    }

    String get() {
        return text.getText();
    }

    void set(String filter) {
        text.setText(filter);
        apply();
    }

    void count(String words) {
        count.setText(words);
        composite.layout();
    }

    private void apply() {
        if (text.isDisposed()) {
            return;
        }
        text.getDisplay().timerExec(-1, apply);
        try {
            Filter filter = Filter.parse(text.getText());
            tell(null);
            changed.accept(filter);
        } catch (Filter.SyntaxException e) {
            // The table keeps what the last good filter let pass.
            tell(Words.capital(e.getMessage()));
        }
    }

    private void tell(String problem) {
        boolean shown = problem != null;
        errorText.setText(shown ? problem : "");
        errorText.setForeground(Palette.of(errorText).error());
        ((GridData) error.getLayoutData()).exclude = !shown;
        error.setVisible(shown);
        composite.getParent().layout(true, true);
    }
}
