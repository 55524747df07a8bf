package org.resetscope.ui.internal.resets;

import java.util.List;
import java.util.Set;

import org.resetscope.ui.session.OpenReset;

/**
 * What the table shows at a moment.
 *
 * @param visible rows from top to bottom
 * @param selected their resets; those of a group for its heading
 * @param top the row that is seen first
 * @param collapsed keys of the groups whose resets have no rows
 */
record Shown(Rows rows, Object[] visible, List<OpenReset> selected, int top, Set<Object> collapsed) {

    static final Shown NOTHING = new Shown(Rows.NONE, new Object[0], List.of(), 0, Set.of());


    /** Whether the user selected and collapsed nothing since. */
    boolean still(Shown now) {
        return now.visible == visible && now.selected == selected && now.collapsed.equals(collapsed);
    }
}
