package org.resetscope.ui.internal.resets;

import java.util.BitSet;

import org.eclipse.swt.SWT;

/** Which of many rows are selected, by the rules of lists: a click selects, Ctrl toggles, Shift extends. */
final class RowSelection {

    private final BitSet rows = new BitSet();
    private int anchor;
    private int focus;

    /** The row that the keyboard moves from. */
    int focus() {
        return focus;
    }

    boolean contains(int row) {
        return rows.get(row);
    }

    int[] toArray() {
        return rows.stream().toArray();
    }

    void clear() {
        rows.clear();
        anchor = 0;
        focus = 0;
    }

    void only(int row) {
        rows.clear();
        rows.set(row);
        anchor = row;
        focus = row;
    }

    /** @param chosen ascending, not empty */
    void only(int[] chosen) {
        only(chosen[0]);
        for (int row : chosen) {
            rows.set(row);
        }
    }

    void all(int size) {
        rows.set(0, size);
    }

    /** @param stateMask of the event: which of Ctrl and Shift are held */
    void choose(int row, int stateMask) {
        if ((stateMask & SWT.SHIFT) != 0) {
            if ((stateMask & SWT.MOD1) == 0) {
                rows.clear();
            }
            rows.set(Math.min(anchor, row), Math.max(anchor, row) + 1);
            focus = row;
        } else if ((stateMask & SWT.MOD1) != 0) {
            rows.flip(row);
            anchor = row;
            focus = row;
        } else {
            only(row);
        }
    }
}
