package org.resetscope.ui.internal.resets;

import java.util.List;

import org.resetscope.ui.session.OpenReset;

/** A heading in the table, and the resets below it. */
record Group(Object key, String title, List<OpenReset> resets) {
}
