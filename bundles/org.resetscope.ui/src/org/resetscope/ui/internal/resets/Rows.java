package org.resetscope.ui.internal.resets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.model.Timestamp;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;

/**
 * The rows of the table: resets, or groups with their resets. Immutable; made in the background.
 *
 * @param total resets before the filter
 * @param query that they answer; null for none
 * @param longest the reset whose time takes the most room; null where there is none
 */
record Rows(List<OpenReset> resets, List<Group> groups, int total, Query query, OpenReset longest) {

    static final Rows NONE = new Rows(List.of(), List.of(), 0, null, null);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    static Rows of(Query query) {
        List<OpenReset> resets = new ArrayList<>();
        int total = 0;
        for (OpenCapture capture : query.captures()) {
            total += capture.resets().size();
            capture.resets().stream().filter(r -> query.filter().matches(r.reset())).forEach(resets::add);
        }
        List<OpenReset> sorted = sorted(resets, query.sort(), query.descending());
        return new Rows(sorted, query.grouping() == Grouping.NONE ? List.of() : grouped(sorted, query.grouping()), total, query,
                resets.stream().max(Comparator.comparingInt(Rows::length)).orElse(null));
    }

    /** What the table shows from top to bottom: {@link Group} and {@link OpenReset}. */
    Object[] visible(Set<Object> collapsed) {
        if (groups.isEmpty()) {
            return resets.toArray();
        }
        List<Object> rows = new ArrayList<>(resets.size() + groups.size());
        for (Group group : groups) {
            rows.add(group);
            if (!collapsed.contains(group.key())) {
                rows.addAll(group.resets());
            }
        }
        return rows.toArray();
    }

    /** Of the seconds since the start of its capture, as they are written. */
    private static int length(OpenReset reset) {
        Timestamp start = reset.capture().start();
        long nanos = reset.time().nanos() - (start == null ? 0 : start.nanos());
        return Long.toString(nanos / NANOS_PER_SECOND).length() + reset.time().digits();
    }

    private record Keyed(Comparable<Object> key, OpenReset row) {
    }

    /** Keys are made once for each row: comparing would make them again and again. */
    @SuppressWarnings("unchecked")
    private static List<OpenReset> sorted(List<OpenReset> resets, Column column, boolean descending) {
        Keyed[] keyed = new Keyed[resets.size()];
        Arrays.setAll(keyed, i -> new Keyed((Comparable<Object>) column.key(resets.get(i)), resets.get(i)));
        Comparator<Keyed> order = (a, b) -> a.key().compareTo(b.key());
        Arrays.parallelSort(keyed, descending ? order.reversed() : order);
        return Arrays.stream(keyed).map(Keyed::row).toList();
    }

    /** The largest groups first; within a group the order of the table. */
    private static List<Group> grouped(List<OpenReset> resets, Grouping grouping) {
        Map<Object, List<OpenReset>> byKey = new LinkedHashMap<>();
        resets.forEach(reset -> byKey.computeIfAbsent(grouping.key(reset), key -> new ArrayList<>()).add(reset));
        List<Group> groups = new ArrayList<>();
        byKey.forEach((key, rows) -> groups.add(new Group(key, grouping.title(rows.get(0)), rows)));
        groups.sort(Comparator.comparingInt((Group group) -> group.resets().size()).reversed());
        return groups;
    }
}
