package org.resetscope.ui.internal.explanation;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.RuleReference;

/** A text with marks, free of any widget: what the explanation says, and where what stands in it. */
final class RichText {

    /** Stands in the text where a bar is drawn. */
    static final char BAR = '\ufffc';

    enum Style {
        TITLE, HEADING, MUTED, STRONG
    }

    /** How a paragraph is set: the indent of its first and of its further lines, in steps. */
    enum Paragraph {
        PLAIN, BULLET, FACT, WEIGHT
    }

    record Styled(int start, int length, Style style) {
    }

    /** @param target the {@link FrameRef}, {@link Reset} or {@link RuleReference} that it leads to */
    record Link(int start, int length, Object target) {
    }

    /**
     * @param value from 0 to 1 as a share, or from -1 to 1 around a middle axis
     * @param axis whether there is one
     */
    record Bar(int offset, double value, boolean axis) {
    }

    record Block(int start, Paragraph paragraph) {
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Styled> styles = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    RichText paragraph(Paragraph paragraph) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        blocks.add(new Block(text.length(), paragraph));
        return this;
    }

    RichText gap() {
        return paragraph(Paragraph.PLAIN);
    }

    RichText add(String words) {
        // One paragraph is one line, so that its indent holds.
        text.append(words.replace('\n', ' '));
        return this;
    }

    RichText add(String words, Style style) {
        styles.add(new Styled(text.length(), words.length(), style));
        return add(words);
    }

    RichText link(String words, FrameRef frame) {
        return link(words, (Object) frame);
    }

    RichText link(String words, Reset reset) {
        return link(words, (Object) reset);
    }

    RichText link(String words, RuleReference rule) {
        return link(words, (Object) rule);
    }

    private RichText link(String words, Object target) {
        links.add(new Link(text.length(), words.length(), target));
        return add(words);
    }

    RichText bar(double value, boolean axis) {
        bars.add(new Bar(text.length(), value, axis));
        text.append(BAR);
        return this;
    }

    String text() {
        return text.toString();
    }

    List<Styled> styles() {
        return styles;
    }

    List<Link> links() {
        return links;
    }

    List<Bar> bars() {
        return bars;
    }

    List<Block> blocks() {
        return blocks;
    }
}
