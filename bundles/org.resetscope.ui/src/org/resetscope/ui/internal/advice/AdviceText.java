package org.resetscope.ui.internal.advice;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.resetscope.core.advice.Advice;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.theme.PaletteChange;
import org.resetscope.ui.internal.widgets.Accessibles;

/** A configuration, ready to paste, with what it stands on and what it costs. */
final class AdviceText {

    private static final int MARGIN = 10;

    private final StyledText text;
    private final Font bold;
    private final Font code;
    private final List<StyleRange> strong = new ArrayList<>();
    private final List<StyleRange> muted = new ArrayList<>();
    private final List<StyleRange> literal = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    AdviceText(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setLineSpacing(2);
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Content.mark(text);
        Accessibles.name(text, "Advice");
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), text);
        bold = resources.create(FontDescriptor.createFrom(text.getFont()).setStyle(SWT.BOLD));
        code = JFaceResources.getTextFont();
        PaletteChange.listen(text, this::style);
    }

    /** @param configuration null where the timer is too short for any */
    void show(Advice advice, Advice.Configuration configuration) {
        words.setLength(0);
        strong.clear();
        muted.clear();
        literal.clear();
        if (configuration != null) {
            add(configuration.title(), strong);
            add(" \u2014 " + configuration.where() + "\n\n", muted);
            add(configuration.text() + "\n", literal);
            configuration.notes().forEach(note -> line("\nNote", note));
            words.append('\n');
            line("Trade-off", configuration.tradeOff());
            line("Source", configuration.source());
            words.append('\n');
        }
        add("Why these values\n", strong);
        words.append(advice.summary()).append('\n');
        advice.sentences().forEach(sentence -> words.append(sentence).append('\n'));
        text.setText(words.toString());
        style();
        text.setTopPixel(0);
    }

    private void line(String label, String value) {
        add(label + ": ", muted);
        words.append(value).append('\n');
    }

    private void add(String part, List<StyleRange> ranges) {
        ranges.add(new StyleRange(words.length(), part.length(), null, null));
        words.append(part);
    }

    /** Colours follow the theme. */
    private void style() {
        text.setStyleRanges(new StyleRange[0]);
        strong.forEach(range -> range.font = bold);
        literal.forEach(range -> range.font = code);
        muted.forEach(range -> range.foreground = Palette.of(text).muted());
        strong.forEach(text::setStyleRange);
        literal.forEach(text::setStyleRange);
        muted.forEach(text::setStyleRange);
    }

    /** What is selected, or null. */
    String selection() {
        return text.getSelectionCount() > 0 ? text.getSelectionText() : null;
    }
}
