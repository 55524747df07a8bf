package org.resetscope.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A result with rows and columns.
 *
 * @param columns their titles
 * @param rows each with a value for every column, which may be null
 * @param subjects what each row stands for, so that more can be asked of it: the reset whose columns they are, or the row itself
 */
public record Table(List<String> columns, List<List<Object>> rows, List<?> subjects) {

    public Table {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(rows);
        subjects = Collections.unmodifiableList(subjects);
    }

    /** Of rows that stand for themselves. */
    public Table(List<String> columns, List<List<Object>> rows) {
        this(columns, rows, rows);
    }

    /** A row as a person reads it; without control characters. */
    public List<String> texts(int row) {
        List<String> texts = new ArrayList<>();
        rows.get(row).forEach(value -> texts.add(Cells.text(value)));
        return texts;
    }

    /** Whether all values of a column are numbers: then they stand to the right. */
    public boolean numeric(int column) {
        return !rows.isEmpty() && rows.stream().map(row -> row.get(column)).allMatch(value -> value == null || value instanceof Number);
    }

    /**
     * Aligned for a font of fixed width: titles, a rule, then the rows.
     *
     * @param most rows; a last line tells how many more there are
     */
    public List<String> lines(int most) {
        return TextTable.lines(this, most);
    }

    /** All of it as aligned text. */
    @Override
    public String toString() {
        return String.join("\n", lines(Integer.MAX_VALUE));
    }
}
