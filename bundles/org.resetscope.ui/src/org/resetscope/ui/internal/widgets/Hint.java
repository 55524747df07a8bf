package org.resetscope.ui.internal.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.theme.PaletteChange;

/** A text in the middle of a view that has nothing to show: what is missing, and how to get it. */
public final class Hint {

    private final StyledText text;
    private final PaletteChange change;

    public Hint(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        Content.mark(text);
        change = PaletteChange.listen(text, this::colour);
        text.setAlignment(SWT.CENTER);
        text.setCaret(null);
        text.setLineSpacing(3);
        text.addListener(SWT.Resize, e -> center());
    }

    public Control control() {
        return text;
    }

    /** @param words null for none */
    public void show(String words) {
        text.setText(words == null ? "" : words);
        colour();
        center();
    }

    private void colour() {
        Palette palette = Palette.of(text);
        change.coloured(palette);
        text.setForeground(palette.muted());
    }

    private void center() {
        int width = Math.max(1, text.getClientArea().width);
        int margin = Math.min(24, width / 8);
        int height = text.computeSize(width, SWT.DEFAULT).y - text.getTopMargin() - text.getBottomMargin();
        text.setMargins(margin, Math.max(16, (text.getClientArea().height - height) / 3), margin, 0);
    }
}
