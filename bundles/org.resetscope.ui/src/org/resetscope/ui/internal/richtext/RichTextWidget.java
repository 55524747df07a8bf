package org.resetscope.ui.internal.richtext;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.PaintObjectEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.resetscope.ui.internal.richtext.RichText.Link;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.theme.PaletteChange;
import org.resetscope.ui.internal.widgets.Accessibles;

/** Shows a {@link RichText}: text that can be selected, links that mouse and keyboard (Tab, Enter) reach, bars. */
public final class RichTextWidget {

    private static final int MARGIN = 10;
    private static final int BAR_WIDTH = 72;

    private final StyledText widget;
    private final Consumer<Object> followed;
    private final BarPainter bars = new BarPainter();
    private final Font bold;
    private final Font title;
    private final int em;
    private final PaletteChange change;
    private RichText content = new RichText();
    private Object marked;

    /**
     * @param name for screen readers
     * @param followed takes the target of a link
     */
    public RichTextWidget(Composite parent, String name, Consumer<Object> followed) {
        this.followed = followed;
        widget = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        widget.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        widget.setLineSpacing(2);
        // The workbench's own Copy leaves out the places of the bars.
        widget.setKeyBinding(SWT.MOD1 | 'C', SWT.NULL);
        Content.mark(widget);
        Accessibles.name(widget, name);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), widget);
        FontDescriptor font = FontDescriptor.createFrom(widget.getFont()).setStyle(SWT.BOLD);
        bold = resources.create(font);
        title = resources.create(font.increaseHeight(2));
        em = averageCharacter();
        change = PaletteChange.listen(widget, this::style);
        widget.addPaintObjectListener(this::paintBar);
        widget.addListener(SWT.MouseMove, e -> widget.setCursor(linkAt(e) == null ? null : e.display.getSystemCursor(SWT.CURSOR_HAND)));
        widget.addListener(SWT.MouseUp, this::clicked);
        widget.addListener(SWT.Traverse, this::traverse);
        widget.addListener(SWT.KeyDown, this::key);
    }

    public StyledText control() {
        return widget;
    }

    public void show(RichText next) {
        widget.setRedraw(false);
        content = next;
        marked = null;
        widget.setText(next.text());
        paragraphs();
        style();
        widget.setSelection(0);
        widget.setTopPixel(0);
        widget.setRedraw(true);
    }

    /** Colours follow the theme. */
    private void style() {
        Palette palette = Palette.of(widget);
        change.coloured(palette);
        StyleSheet sheet = new StyleSheet(widget.getCharCount());
        for (RichText.Styled styled : content.styles()) {
            StyleRange range = new StyleRange(styled.start(), styled.length(), null, null);
            switch (styled.style()) {
                case TITLE -> range.font = title;
                case HEADING, STRONG -> range.font = bold;
                case MUTED -> range.foreground = palette.muted();
                case CODE -> range.font = JFaceResources.getTextFont();
            }
            sheet.add(range);
        }
        for (Link link : content.links()) {
            StyleRange range = new StyleRange(link.start(), link.length(), palette.link(),
                    link.target().equals(marked) ? palette.marked() : null);
            range.underline = true;
            sheet.add(range);
        }
        for (RichText.Bar bar : content.bars()) {
            StyleRange range = new StyleRange(bar.offset(), 1, null, null);
            int height = em + em / 2;
            range.metrics = new GlyphMetrics(height, 0, BAR_WIDTH);
            sheet.add(range);
        }
        widget.setStyleRanges(sheet.ranges());
    }

    /** What is selected, or everything; without the places of bars. */
    public String copyText() {
        String text = widget.getSelectionCount() > 0 ? widget.getSelectionText() : widget.getText();
        return text.replace(String.valueOf(RichText.BAR) + "\t", "").replace(String.valueOf(RichText.BAR), "");
    }

    /** Follows a link, as a click does. */
    public void follow(Link link) {
        marked = link.target();
        style();
        followed.accept(link.target());
    }

    /** Lines of the same kind at once: the widget lays out again for each call. */
    private void paragraphs() {
        List<RichText.Block> blocks = content.blocks();
        int lines = Math.min(blocks.size(), widget.getLineCount());
        for (int from = 0, to; from < lines; from = to) {
            RichText.Paragraph kind = blocks.get(from).paragraph();
            to = from + 1;
            while (to < lines && blocks.get(to).paragraph() == kind) {
                to++;
            }
            int count = to - from;
            switch (kind) {
                case PLAIN -> {
                    // starts at the margin
                }
                case CODE -> hang(from, count, 2 * em, 2 * em);
                case BULLET -> hang(from, count, 2 * em, 0, 2 * em);
                case FACT -> hang(from, count, 13 * em, 0, 13 * em);
                case WEIGHT -> hang(from, count, 2 * em + BAR_WIDTH + 7 * em, 2 * em, BAR_WIDTH + em, BAR_WIDTH + 7 * em);
            }
        }
    }

    private void hang(int line, int count, int wrapIndent, int indent, int... tabs) {
        widget.setLineIndent(line, count, indent);
        widget.setLineWrapIndent(line, count, wrapIndent);
        widget.setLineTabStops(line, count, tabs);
    }

    private int averageCharacter() {
        GC gc = new GC(widget);
        try {
            return (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
        } finally {
            gc.dispose();
        }
    }

    private void paintBar(PaintObjectEvent event) {
        content.bars().stream().filter(bar -> bar.offset() == event.style.start).findFirst().ifPresent(bar -> bars.paint(event.gc,
                new Rectangle(event.x, event.y + event.ascent - event.style.metrics.ascent + 2, BAR_WIDTH,
                        event.style.metrics.ascent - 2),
                bar, Palette.of(widget)));
    }

    private void clicked(Event event) {
        Link link = widget.getSelectionCount() == 0 ? linkAt(event) : null;
        if (event.button == 1 && link != null) {
            follow(link);
        }
    }

    /** Tab goes from link to link, and beyond the last one to the next control. */
    private void traverse(Event event) {
        boolean next = event.detail == SWT.TRAVERSE_TAB_NEXT;
        if (!next && event.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
            return;
        }
        Point selection = widget.getSelection();
        Link to = null;
        for (Link link : content.links()) {
            if (next && to == null && link.start() >= selection.y && !(link.start() == selection.x && selection.x != selection.y)) {
                to = link;
            } else if (!next && link.start() + link.length() <= selection.x) {
                to = link;
            }
        }
        event.doit = to == null;
        if (to != null) {
            event.detail = SWT.TRAVERSE_NONE;
            widget.setSelection(to.start(), to.start() + to.length());
            widget.showSelection();
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            int at = widget.getSelection().x;
            content.links().stream().filter(l -> l.start() <= at && at <= l.start() + l.length()).findFirst().ifPresent(this::follow);
        }
    }

    private Link linkAt(Event event) {
        int offset = widget.getOffsetAtPoint(new Point(event.x, event.y));
        // the offset is that of the gap nearest to the point: the right half of a character belongs to the one behind it
        return content.links().stream().filter(l -> l.start() <= offset && offset <= l.start() + l.length()).findFirst().orElse(null);
    }
}
