package org.resetscope.ui.internal.richtext;

import java.util.ArrayList;
import java.util.List;

/** A text with marks, free of any widget: what is said, and where what stands in it. */
public final class RichText {

    /** Stands in the text where a bar is drawn. */
    public static final char BAR = '\ufffc';

    public enum Style {
        TITLE, HEADING, MUTED, STRONG, CODE
    }

    /** How a paragraph is set: the indent of its first and of its further lines, in steps. */
    public enum Paragraph {
        PLAIN, BULLET, FACT, WEIGHT, CODE
    }

    public record Styled(int start, int length, Style style) {
    }

    /** @param target what it leads to */
    public record Link(int start, int length, Object target) {
    }

    /**
     * @param value from 0 to 1 as a share, or from -1 to 1 around a middle axis
     * @param axis whether there is one
     */
    public record Bar(int offset, double value, boolean axis) {
    }

    public record Block(int start, Paragraph paragraph) {
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Styled> styles = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    public RichText paragraph(Paragraph paragraph) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        blocks.add(new Block(text.length(), paragraph));
        return this;
    }

    public RichText gap() {
        return paragraph(Paragraph.PLAIN);
    }

    public RichText add(String words) {
        // One paragraph is one line, so that its indent holds.
        text.append(words.replace('\n', ' '));
        return this;
    }

    public RichText add(String words, Style style) {
        styles.add(new Styled(text.length(), words.length(), style));
        return add(words);
    }

    /** @param target handed to whoever follows the link */
    public RichText link(String words, Object target) {
        links.add(new Link(text.length(), words.length(), target));
        return add(words);
    }

    public RichText bar(double value, boolean axis) {
        bars.add(new Bar(text.length(), value, axis));
        text.append(BAR);
        return this;
    }

    public String text() {
        return text.toString();
    }

    List<Styled> styles() {
        return styles;
    }

    public List<Link> links() {
        return links;
    }

    List<Bar> bars() {
        return bars;
    }

    List<Block> blocks() {
        return blocks;
    }
}
