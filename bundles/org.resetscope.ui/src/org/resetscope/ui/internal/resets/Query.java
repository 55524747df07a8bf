package org.resetscope.ui.internal.resets;

import java.util.List;

import org.resetscope.core.filter.Filter;
import org.resetscope.ui.session.OpenCapture;

/** Which resets the table shows, and in which order. */
record Query(List<OpenCapture> captures, Filter filter, Column sort, boolean descending, Grouping grouping) {
}
