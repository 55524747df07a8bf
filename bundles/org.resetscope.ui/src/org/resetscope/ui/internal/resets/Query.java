package org.resetscope.ui.internal.resets;

import java.util.List;
import java.util.Map;

import org.resetscope.core.filter.Filter;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.Notes.Place;
import org.resetscope.ui.session.OpenCapture;

/**
 * Which resets the table shows, and in which order.
 *
 * @param notes that they are sorted by, or null
 */
record Query(List<OpenCapture> captures, Filter filter, Column sort, boolean descending, Grouping grouping, Map<Place, Note> notes) {

    /** Whether it asks for the same of other captures, or of the same ones as they are by now. */
    boolean sameBut(Query other) {
        return other != null && other.filter == filter && other.sort == sort && other.descending == descending && other.grouping == grouping
                && other.notes == notes;
    }
}
