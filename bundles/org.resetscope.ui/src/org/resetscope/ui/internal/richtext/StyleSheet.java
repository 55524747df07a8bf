package org.resetscope.ui.internal.richtext;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.custom.StyleRange;

/**
 * Styles of a text, of which a later one takes the place of those before it; given to the widget all at once, since it measures all its
 * text again for each.
 */
final class StyleSheet {

    private final StyleRange[] at;

    StyleSheet(int length) {
        at = new StyleRange[length];
    }

    void add(StyleRange range) {
        for (int i = range.start; i < Math.min(at.length, range.start + range.length); i++) {
            at[i] = range;
        }
    }

    /** In the order of the text, none over another. */
    StyleRange[] ranges() {
        List<StyleRange> ranges = new ArrayList<>();
        for (int from = 0, to; from < at.length; from = to) {
            to = from + 1;
            while (to < at.length && at[to] == at[from]) {
                to++;
            }
            if (at[from] != null) {
                StyleRange range = (StyleRange) at[from].clone();
                range.start = from;
                range.length = to - from;
                ranges.add(range);
            }
        }
        return ranges.toArray(StyleRange[]::new);
    }
}
