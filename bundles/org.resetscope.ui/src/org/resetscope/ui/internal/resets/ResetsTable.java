package org.resetscope.ui.internal.resets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.CellTips;
import org.resetscope.ui.internal.words.TimeFormat;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenReset;

/** The table of resets; headings of groups are rows too. */
final class ResetsTable {

    private static final int DATE_WIDTH = 115;
    private static final int CELL_MARGINS = 14;

    private final RowWindow window;
    private final Table table;
    private final Set<Object> collapsed = new HashSet<>();
    private Rows rows = Rows.NONE;
    private Object[] visible = {};
    /** Of the column of times, as it was set here. */
    private int timeWidth = usualTimeWidth();
    /** Of the selected rows; null until somebody asks. */
    private List<OpenReset> selected;

    /** @param sortChanged told the column of a header that was clicked, and whether the order is descending */
    ResetsTable(Composite parent, Runnable selectionChanged, BiConsumer<Column, Boolean> sortChanged) {
        window = new RowWindow(parent, new RowWindow.Source() {
            @Override
            public int size() {
                return visible.length;
            }

            @Override
            public void fill(TableItem item, int row) {
                ResetsTable.this.fill(item, row);
            }
        }, () -> {
            selected = null;
            selectionChanged.run();
        });
        table = window.table();
        table.setHeaderVisible(true);
        Content.mark(table);
        Accessibles.name(table, "Resets");
        CellTips.install(table);
        for (Column column : Column.values()) {
            TableColumn header = new TableColumn(table, column.alignment());
            header.setText(column.title());
            header.setToolTipText(column.hint());
            header.setWidth(ColumnWidths.get(column));
            header.setMoveable(true);
            header.addListener(SWT.Selection, e -> sort(header, column, sortChanged));
        }
        table.getColumn(Column.TIME.ordinal()).setWidth(timeWidth);
        ColumnWidths.restoreOrder(table);
        table.addListener(SWT.Dispose, e -> ColumnWidths.save(table, timeWidth));
        table.setSortColumn(table.getColumn(Column.TIME.ordinal()));
        table.setSortDirection(SWT.UP);
        table.addListener(SWT.MouseDown, this::clicked);
        table.addListener(SWT.DefaultSelection, e -> toggle(window.focus()));
        table.addListener(SWT.KeyDown, this::key);
    }

    Composite control() {
        return window.control();
    }

    /** Where the menu belongs and the keyboard goes. */
    Table table() {
        return table;
    }

    void selectAll() {
        window.selectAll();
    }

    Rows rows() {
        return rows;
    }

    Shown shown() {
        return new Shown(rows, visible, selected(), window.top(), Set.copyOf(collapsed));
    }

    /** Whether the rows were placed with what is selected now: the user may have gone on meanwhile. */
    boolean fits(Placed next) {
        return next.rows() == rows || next.before().still(shown());
    }

    /** Shows new rows; what was selected stays so where it is still there, otherwise the first reset is. */
    void show(Placed next) {
        if (next.rows() == rows) {
            return;
        }
        boolean more = next.rows().query() != null && next.rows().query().sameBut(rows.query());
        int scrolled = window.top() - next.before().top();
        rows = next.rows();
        visible = next.visible();
        fitTime();
        int[] still = next.selected();
        if (still.length == 0) {
            window.reset(firstReset());
        } else if (!more) {
            window.reset(still[0]);
        } else {
            window.renew(still, next.top() < 0 ? -1 : next.top() + scrolled);
        }
    }

    /** Shows or hides a column that tells something only now and then. */
    void show(Column which, boolean shown) {
        TableColumn column = table.getColumn(which.ordinal());
        column.setWidth(!shown ? 0 : column.getWidth() == 0 ? ColumnWidths.get(which) : column.getWidth());
        column.setResizable(shown);
    }

    /** Writes what is in sight anew. */
    void update() {
        window.update();
    }

    /** Writes all cells anew after a change of the time format. */
    void timeFormatChanged() {
        timeWidth = usualTimeWidth();
        table.getColumn(Column.TIME.ordinal()).setWidth(timeWidth);
        fitTime();
        window.update();
    }

    /** Resets of the selected rows; those of a group for its heading. */
    List<OpenReset> selected() {
        if (selected == null) {
            selected = selected(window.selected());
        }
        return selected;
    }

    private List<OpenReset> selected(int[] indices) {
        if (indices.length == visible.length && rows.groups().isEmpty()) {
            return rows.resets(); // a million need no list of their own
        }
        if (indices.length == 1 && indices[0] < visible.length && visible[indices[0]] instanceof Group group) {
            return group.resets();
        }
        List<OpenReset> found = new ArrayList<>(indices.length);
        for (int index : indices) {
            if (index < visible.length) {
                if (visible[index] instanceof Group group) {
                    found.addAll(group.resets());
                } else {
                    found.add((OpenReset) visible[index]);
                }
            }
        }
        return found;
    }

    /** Selects a reset. @return false where no row shows it */
    boolean select(OpenReset reset) {
        int index = Placed.indexOf(visible, reset);
        if (index >= 0) {
            window.select(index);
        }
        return index >= 0;
    }

    /** Selects those that a row shows; where none does, what is selected stays. */
    void select(List<OpenReset> resets) {
        int[] rows = Placed.indices(visible, resets);
        if (rows.length > 0) {
            window.select(rows);
        }
    }

    void collapseAll(boolean collapse) {
        collapsed.clear();
        if (collapse) {
            rows.groups().forEach(group -> collapsed.add(group.key()));
        }
        List<OpenReset> selected = selected();
        refresh(selected.isEmpty() ? null : selected.get(0));
    }

    /** The selected rows as lines of tab-separated cells. */
    String text() {
        StringBuilder lines = new StringBuilder();
        for (OpenReset row : selected()) {
            lines.append(String.join("\t", Arrays.stream(Column.values()).map(column -> column.text(row)).toList())).append('\n');
        }
        return lines.toString();
    }

    /** Gives the times of long captures room, unless the user chose a width. */
    private void fitTime() {
        TableColumn column = table.getColumn(Column.TIME.ordinal());
        if (column.getWidth() != timeWidth) {
            return;
        }
        timeWidth = usualTimeWidth();
        if (rows.longest() != null) {
            GC gc = new GC(table);
            timeWidth = Math.max(timeWidth, gc.textExtent(Column.TIME.text(rows.longest())).x + CELL_MARGINS);
            gc.dispose();
        }
        column.setWidth(timeWidth);
    }

    private static int usualTimeWidth() {
        return Preferences.timeFormat() == TimeFormat.RELATIVE ? ColumnWidths.get(Column.TIME) : Column.TIME.width() + DATE_WIDTH;
    }

    private void refresh(OpenReset keep) {
        visible = rows.visible(collapsed);
        int index = keep == null ? -1 : Placed.indexOf(visible, keep);
        window.reset(index < 0 ? firstReset() : index);
    }

    private int firstReset() {
        return visible.length == 0 ? -1 : visible[0] instanceof Group && visible.length > 1 ? 1 : 0;
    }

    private void fill(TableItem item, int index) {
        if (visible[index] instanceof Group group) {
            fillGroup(item, group);
        } else {
            OpenReset row = (OpenReset) visible[index];
            for (Column column : Column.values()) {
                item.setText(column.ordinal(), column.text(row));
                if (column.hasImage()) { // GTK keeps room for one where any was set, even none
                    item.setImage(column.ordinal(), column.image(row));
                }
            }
            item.setFont(null);
        }
    }

    private void fillGroup(TableItem item, Group group) {
        for (Column column : Column.values()) {
            item.setText(column.ordinal(), "");
            if (column.hasImage()) {
                item.setImage(column.ordinal(), null);
            }
        }
        String arrow = collapsed.contains(group.key()) ? "\u25b8 " : "\u25be ";
        item.setText(Column.TIME.ordinal(), arrow + Words.count(group.resets().size(), "reset", "resets"));
        item.setText(Column.FLOW.ordinal(), group.title());
        item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    }

    private void sort(TableColumn header, Column column, BiConsumer<Column, Boolean> sortChanged) {
        boolean descending = table.getSortColumn() == header && table.getSortDirection() == SWT.UP;
        table.setSortColumn(header);
        table.setSortDirection(descending ? SWT.DOWN : SWT.UP);
        sortChanged.accept(column, descending);
    }

    /** A click on the arrow of a group. */
    private void clicked(Event event) {
        TableItem item = event.button == 1 ? table.getItem(new Point(event.x, event.y)) : null;
        if (item != null && item.getBounds(0).contains(event.x, event.y)) {
            toggle(window.row(item));
        }
    }

    private void key(Event event) {
        int index = window.focus();
        if (index < 0 || index >= visible.length || !(visible[index] instanceof Group group)) {
            return;
        }
        boolean open = !collapsed.contains(group.key());
        if (event.keyCode == SWT.ARROW_LEFT && open || event.keyCode == SWT.ARROW_RIGHT && !open) {
            toggle(index);
            event.doit = false;
        }
    }

    private void toggle(int index) {
        if (index >= 0 && index < visible.length && visible[index] instanceof Group group) {
            if (!collapsed.remove(group.key())) {
                collapsed.add(group.key());
            }
            visible = rows.visible(collapsed);
            window.reset(index);
        }
    }
}
