package org.resetscope.console.ui.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.resetscope.console.Table;

/** What was typed and shown, up to a number of characters; follows the end. UI thread only, but for {@link #output()}. */
final class Transcript {

    private static final int MOST_CHARACTERS = 500_000;
    /** A screen is not read faster; a script that writes without end leaves the UI thread free between. */
    private static final int MILLIS_BETWEEN = 60;

    private final StyledText text;
    private final Display display;
    private final AtomicBoolean pending = new AtomicBoolean();
    /** For which the inks were chosen. */
    private Color ground;
    private final Pieces pieces;

    /** @param tables takes the tables among it, on any thread */
    Transcript(Composite parent, Consumer<Table> tables) {
        pieces = new Pieces(this::request, tables);
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
        display = text.getDisplay();
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(6, 4, 6, 4);
        text.setAlwaysShowScrollBars(false);
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Console output";
            }
        });
        // no event tells that the theme has changed the ground
        text.addListener(SWT.Paint, e -> colour());
    }

    StyledText control() {
        return text;
    }

    Pieces output() {
        return pieces;
    }

    void clear() {
        pieces.forget();
        text.setText("");
    }

    private void request() {
        if (pending.compareAndSet(false, true) && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (!text.isDisposed()) {
                    display.timerExec(MILLIS_BETWEEN, this::flush);
                }
            });
        }
    }

    private void flush() {
        pending.set(false);
        if (text.isDisposed()) {
            return;
        }
        List<Piece> taken = pieces.take();
        if (taken.isEmpty()) {
            return;
        }
        text.setRedraw(false);
        try {
            taken.forEach(this::append);
            shorten();
            text.setTopPixel(text.getLineCount() * text.getLineHeight()); // setTopIndex would cut the first line of a few
            text.setCaretOffset(text.getCharCount());
        } finally {
            text.setRedraw(true);
        }
    }

    private void append(Piece piece) {
        int start = text.getCharCount();
        text.append(piece.text());
        if (piece.ink() != Ink.PLAIN) {
            text.setStyleRange(style(start, piece.text().length(), piece.ink()));
        }
    }

    private StyleRange style(int start, int length, Ink ink) {
        StyleRange style = new StyleRange(start, length, ink.on(text), null, ink == Ink.TITLE ? SWT.BOLD : SWT.NORMAL);
        style.data = ink;
        return style;
    }

    private void shorten() {
        int over = text.getCharCount() - MOST_CHARACTERS;
        if (over > 0) {
            int line = text.getLineAtOffset(over) + 1;
            text.replaceTextRange(0, line < text.getLineCount() ? text.getOffsetAtLine(line) : over, "");
        }
    }

    private void colour() {
        if (text.getBackground().equals(ground)) {
            return;
        }
        ground = text.getBackground();
        for (StyleRange range : text.getStyleRanges()) {
            if (range.data instanceof Ink ink) {
                range.foreground = ink.on(text);
                text.setStyleRange(range);
            }
        }
    }
}
