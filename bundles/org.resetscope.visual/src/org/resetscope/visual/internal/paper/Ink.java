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

    private Ink() {
    }
}
