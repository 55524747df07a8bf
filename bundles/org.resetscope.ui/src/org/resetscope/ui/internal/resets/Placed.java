package org.resetscope.ui.internal.resets;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.resetscope.ui.session.OpenReset;

/**
 * New rows, and where in them is what the table showed before. Made in the background: looking through a million rows takes a while.
 *
 * @param visible rows from top to bottom
 * @param selected where those are that were selected, ascending
 * @param top where the row is that was seen first, or -1
 * @param before what the table showed
 */
record Placed(Rows rows, Object[] visible, int[] selected, int top, Shown before) {

    static Placed of(Rows rows, Shown before) {
        if (rows == before.rows()) {
            return new Placed(rows, before.visible(), null, -1, before);
        }
        Object[] visible = rows.visible(before.collapsed());
        Object top = before.top() < before.visible().length ? before.visible()[before.top()] : null;
        return new Placed(rows, visible, indices(visible, before.selected()), top instanceof OpenReset reset ? indexOf(visible, reset) : before.top(), before);
    }

    /** Of the resets that have a row, ascending. */
    static int[] indices(Object[] visible, List<OpenReset> resets) {
        if (resets.size() <= 1) {
            return resets.stream().mapToInt(reset -> indexOf(visible, reset)).filter(i -> i >= 0).toArray();
        }
        Set<OpenReset> wanted = new HashSet<>(resets);
        return IntStream.range(0, visible.length).filter(i -> visible[i] instanceof OpenReset reset && wanted.contains(reset)).toArray();
    }

    /** The row of a reset, or -1. Most often it is the very one: that is seen without looking into a million of them. */
    static int indexOf(Object[] visible, OpenReset reset) {
        for (int i = 0; i < visible.length; i++) {
            if (visible[i] == reset) {
                return i;
            }
        }
        for (int i = 0; i < visible.length; i++) {
            if (reset.equals(visible[i])) {
                return i;
            }
        }
        return -1;
    }
}
