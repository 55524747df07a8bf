package org.resetscope.console.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.codehaus.groovy.runtime.FormatHelper;
import org.resetscope.console.Cells;
import org.resetscope.console.Table;
import org.resetscope.core.Analysis;
import org.resetscope.core.configuration.TraceAnswer;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset;

/** How a value is shown: as a table, or as text. */
final class Display {

    private Display() {
    }

    /** The table that shows a value best, or null where it is better shown as text. */
    static Table table(Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return Tables.of(map);
        }
        Table records = records(value);
        if (records != null) {
            return records;
        }
        List<?> list = list(value);
        return list != null && !list.isEmpty() && (list.get(0) instanceof Map || list.get(0) instanceof List) ? Tables.of(list) : null;
    }

    /** As {@link #table}, for what Groovy itself would print as one unreadable line; lists and maps of other things are left to it. */
    static Table records(Object value) {
        if (value instanceof Table table) {
            return table;
        }
        if (value instanceof Analysis analysis) {
            return Tables.of(analysis.captures());
        }
        if (value instanceof TraceAnswer answer) {
            return Tables.of(answer.path());
        }
        if (value instanceof DeviceProfile profile) {
            return Tables.of(profile.settings());
        }
        List<?> list = list(value);
        if (list != null) {
            return !list.isEmpty() && (UsualColumns.known(list.get(0)) || structured(list.get(0))) ? Tables.of(list) : null;
        }
        return value != null && structured(value) ? parts(value) : null;
    }

    /** Lines that stand before the table. */
    static String before(Object value) {
        if (value instanceof TraceAnswer answer) {
            StringBuilder text = new StringBuilder("The rules: " + answer.verdict() + ". Reset by: "
                    + (answer.resetBy() == null ? "nobody" : answer.resetBy())
                    + (answer.connection() == null ? "." : ". The connection: " + answer.connection() + ".") + "\n");
            answer.assumptions().forEach(assumed -> text.append("Assumed: ").append(Cells.text(assumed)).append('\n'));
            return text.toString();
        }
        return value instanceof DeviceProfile profile ? profile.title() + " (" + profile.id() + ")\n" : "";
    }

    static String text(Object value) {
        return value instanceof CharSequence ? value.toString() : value != null && value.getClass().isRecord() ? Cells.text(value)
                : FormatHelper.toString(value);
    }

    private static boolean structured(Object value) {
        // those with words of their own read better as text, where they stand alone
        return value.getClass().isRecord() && (value instanceof Evidence || Cells.text(value).startsWith(value.getClass().getSimpleName() + "["));
    }

    private static List<?> list(Object value) {
        return value instanceof Collection<?> all ? List.copyOf(nonNull(all)) : value instanceof Object[] all ? nonNull(Arrays.asList(all)) : null;
    }

    private static List<?> nonNull(Collection<?> all) {
        return all.stream().filter(v -> v != null).toList();
    }

    /** One row for each part. */
    private static Table parts(Object value) {
        List<Column> parts = value instanceof Reset ? UsualColumns.OF_ONE_RESET : Records.columns(value.getClass());
        List<List<Object>> rows = new ArrayList<>();
        parts.forEach(part -> rows.add(Arrays.asList(part.title(), part.value().apply(value))));
        return new Table(List.of("name", "value"), rows);
    }
}
