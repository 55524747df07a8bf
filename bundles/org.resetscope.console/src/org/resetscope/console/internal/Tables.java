package org.resetscope.console.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.resetscope.console.Table;
import org.resetscope.core.Analysis;

import groovy.lang.Closure;

/**
 * What the arguments of {@code table} mean.
 *
 * <pre>
 * table resets                                            the usual columns
 * table resets, 'id', 'verdict.cause'                     properties
 * table resets, cause: { it.verdict.cause }, id: 'id'     titles, each with a property or a closure
 * table resets.countBy { it.verdict.cause }, 'cause', 'resets'      rows that are pairs or lists: titles
 * </pre>
 */
final class Tables {

    private Tables() {
    }

    static Table of(Object... arguments) {
        List<Object> rest = new ArrayList<>(Arrays.asList(arguments));
        // Groovy puts "title: value" arguments first, as a map; but rows can be a map too
        boolean named = rest.size() > 1 && rest.get(0) instanceof Map && !(rest.get(1) instanceof CharSequence)
                && !(rest.get(1) instanceof Closure);
        Map<?, ?> titled = named ? (Map<?, ?>) rest.remove(0) : Map.of();
        if (rest.isEmpty()) {
            throw new VerbException("table: of what?");
        }
        List<?> rows = rows(rest.remove(0));
        List<Column> columns = new ArrayList<>();
        if (!rest.isEmpty() || !titled.isEmpty()) {
            for (Object how : rest) {
                boolean closure = how instanceof Closure;
                columns.add(!closure && positional(rows) ? position(String.valueOf(how), columns.size())
                        : Column.of(closure ? "column " + (columns.size() + 1) : String.valueOf(how), how));
            }
            titled.forEach((title, how) -> columns.add(Column.of(String.valueOf(title), how)));
        } else {
            columns.addAll(usual(rows));
        }
        return table(rows, columns);
    }

    static Table table(List<?> rows, List<Column> columns) {
        List<List<Object>> cells = new ArrayList<>(rows.size());
        for (Object row : rows) {
            List<Object> values = new ArrayList<>(columns.size());
            for (Column column : columns) {
                Stop.check();
                values.add(row == null ? null : column.value().apply(row));
            }
            cells.add(values);
        }
        return new Table(columns.stream().map(Column::title).toList(), cells, rows);
    }

    private static List<?> rows(Object rows) {
        if (rows instanceof Table table) {
            return table.subjects();
        }
        if (rows instanceof Analysis analysis) {
            return analysis.resets();
        }
        if (rows instanceof Map<?, ?> map) {
            return new ArrayList<>(map.entrySet());
        }
        if (rows instanceof Collection<?> all) {
            return new ArrayList<>(all);
        }
        if (rows instanceof Object[] all) {
            return Arrays.asList(all);
        }
        return rows == null ? List.of() : List.of(rows);
    }

    /** Rows whose parts have places instead of names. */
    private static boolean positional(List<?> rows) {
        Object first = rows.isEmpty() ? null : rows.get(0);
        return first == null || first instanceof List || first instanceof Map.Entry || first instanceof CharSequence || first instanceof Number;
    }

    private static Column position(String title, int place) {
        return new Column(title, row -> row instanceof List<?> list ? place < list.size() ? list.get(place) : null
                : row instanceof Map.Entry<?, ?> pair ? place == 0 ? pair.getKey() : place == 1 ? size(pair.getValue()) : null
                : place == 0 ? row : null);
    }

    /** Of what groupBy makes, the number of members is of interest. */
    private static Object size(Object value) {
        return value instanceof Collection<?> all ? all.size() : value;
    }

    private static List<Column> usual(List<?> rows) {
        List<Column> usual = UsualColumns.of(rows);
        if (!usual.isEmpty() || rows.isEmpty()) {
            return usual;
        }
        if (rows.get(0) instanceof Map.Entry<?, ?> pair) {
            return List.of(position("key", 0), position(pair.getValue() instanceof Collection ? "count" : "value", 1));
        }
        int columns = rows.get(0) instanceof List<?> list ? list.size() : 1;
        List<Column> numbered = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            numbered.add(position(columns == 1 ? "value" : String.valueOf(i + 1), i));
        }
        return numbered;
    }
}
