package org.resetscope.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Aligns a table by blanks. */
public final class TextTable {

    private static final String GAP = "  ";
    /** Sentences in the last column may be longer than a terminal's line, which a rule as long would fill with dashes. */
    private static final int LONGEST_RULE = 40;

    private TextTable() {
    }

    /**
     * Headings, a rule, and the rows in aligned columns.
     *
     * @param most rows at most; how many more there are is told by the last line
     */
    public static List<String> lines(Table table, int most) {
        int shown = Math.min(most, table.rows().size());
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.columns());
        for (int row = 0; row < shown; row++) {
            cells.add(table.texts(row));
        }
        int[] widths = new int[table.columns().size()];
        boolean[] right = new boolean[widths.length];
        for (int column = 0; column < widths.length; column++) {
            right[column] = table.numeric(column);
            for (List<String> row : cells) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        List<String> lines = new ArrayList<>();
        cells.forEach(row -> lines.add(line(row, widths, right)));
        lines.add(1, rule(widths));
        int more = table.rows().size() - shown;
        if (more > 0) {
            lines.add(String.format(Locale.ROOT, "and %,d more rows", more));
        }
        return lines;
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String blanks = " ".repeat(widths[column] - width(row.get(column)));
            line.append(column == 0 ? "" : GAP).append(right[column] ? blanks + row.get(column) : row.get(column) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            boolean last = column == widths.length - 1;
            line.append(column == 0 ? "" : GAP).append("-".repeat(last ? Math.min(widths[column], LONGEST_RULE) : widths[column]));
        }
        return line.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
