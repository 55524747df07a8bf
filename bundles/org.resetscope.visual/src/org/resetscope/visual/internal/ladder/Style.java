package org.resetscope.visual.internal.ladder;

import org.resetscope.core.scene.Font;

/** Sizes of the ladder's text. */
final class Style {

    static final Font TITLE = Font.bold(17);
    static final Font SUMMARY = Font.plain(13);
    static final Font SMALL = Font.plain(11.5);
    static final Font HEAD = Font.bold(13);
    static final Font PLACE = Font.plain(11.5);
    static final Font TIME = Font.plain(11.5);
    static final Font LABEL = Font.plain(12);
    static final Font FLAGS = Font.bold(12);
    static final Font RESET_LABEL = Font.plain(13);
    static final Font RESET_FLAGS = Font.bold(13);
    static final Font NOTE = Font.plain(11.5);
    static final Font NOTE_BOLD = Font.bold(11.5);
    static final Font RESET_NOTE = Font.bold(13.5);
    static final Font FOLD = Font.plain(11.5);
    static final Font SILENCE = Font.italic(12);
    static final Font BADGE = Font.bold(10);

    /** An IPv6 address with its port fits. */
    static final double HEAD_MOST = 330;

    private Style() {
    }
}
