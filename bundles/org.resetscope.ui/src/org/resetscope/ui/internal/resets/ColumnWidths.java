package org.resetscope.ui.internal.resets;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Table;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.internal.words.TimeFormat;

/** Widths and order of the columns, as the user left them. */
final class ColumnWidths {

    private static final String WIDTH = "resets.width.";
    private static final String ORDER = "resets.order";

    private ColumnWidths() {
    }

    static int get(Column column) {
        int width = Preferences.store().getInt(WIDTH + column);
        return width > 0 ? width : column.width();
    }

    static void restoreOrder(Table table) {
        try {
            table.setColumnOrder(Arrays.stream(Preferences.store().getString(ORDER).split(" "))
                    .mapToInt(name -> Column.valueOf(name).ordinal()).toArray());
        } catch (IllegalArgumentException e) {
            // none is stored, or that of a version with other columns
        }
    }

    /** @param timeWidth that the times called for, which is none of the user's */
    static void save(Table table, int timeWidth) {
        for (Column column : Column.values()) {
            int width = table.getColumn(column.ordinal()).getWidth();
            // Hidden ones have none; that of times depends on how they are shown.
            if (width > 0 && (column != Column.TIME || Preferences.timeFormat() == TimeFormat.RELATIVE && width != timeWidth)) {
                Preferences.store().setValue(WIDTH + column, width);
            }
        }
        Preferences.store().setValue(ORDER, Arrays.stream(table.getColumnOrder()).mapToObj(i -> Column.values()[i].name())
                .collect(Collectors.joining(" ")));
        Preferences.save();
    }
}
