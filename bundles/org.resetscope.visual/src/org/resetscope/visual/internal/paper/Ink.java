package org.resetscope.visual.internal.paper;

import org.resetscope.core.scene.Font;

/** Sizes of the text of all drawings. */
public final class Ink {

    public static final Font TITLE = Font.bold(17);
    public static final Font SUMMARY = Font.plain(13);
    public static final Font HEAD = Font.bold(13);
    public static final Font LABEL = Font.plain(12);
    public static final Font BOLD = Font.bold(12);
    public static final Font SMALL = Font.plain(11.5);
    public static final Font TINY = Font.plain(10.5);
    public static final Font SMALL_BOLD = Font.bold(11.5);
    /** Where time is cut out. */
    public static final Font ASIDE = Font.italic(12);
    /** A number in a disc. */
    public static final Font BADGE = Font.bold(10);
    /** What a drawing is about. */
    public static final Font LOUD = Font.plain(13);
    public static final Font LOUD_BOLD = Font.bold(13);
    public static final Font LOUDEST = Font.bold(13.5);

    private Ink() {
    }
}
