package org.resetscope.ui.internal.resets;

import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * A table for any number of rows: a native table that has only the rows in sight, and a scroll bar of its own. A table with
 * SWT.VIRTUAL would be simpler, but on GTK it stands still for six seconds to take a million rows, longer to lose them, and now and
 * then keeps items of rows that are gone.
 */
final class RowWindow {

    private static final int WHEEL_ROWS = 3;

    /** Where the rows come from. */
    interface Source {

        int size();

        void fill(TableItem item, int row);
    }

    private final Composite control;
    private final Table table;
    private final Slider bar;
    private final Source source;
    private final Runnable selectionChanged;
    private final RowSelection selection = new RowSelection();
    private int top;

    RowWindow(Composite parent, Source source, Runnable selectionChanged) {
        this.source = source;
        this.selectionChanged = selectionChanged;
        control = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        control.setLayout(layout);
        table = new Table(control, SWT.MULTI | SWT.FULL_SELECTION | SWT.NO_SCROLL | SWT.H_SCROLL);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        bar = new Slider(control, SWT.VERTICAL);
        bar.setLayoutData(new GridData(SWT.END, SWT.FILL, false, true));
        bar.addListener(SWT.Selection, e -> scrollTo(bar.getSelection()));
        table.addListener(SWT.Resize, e -> update());
        table.addListener(SWT.MouseVerticalWheel, this::wheel);
        table.addListener(SWT.Selection, this::chosen);
        table.addListener(SWT.KeyDown, this::key);
    }

    Composite control() {
        return control;
    }

    Table table() {
        return table;
    }

    int[] selected() {
        return selection.toArray();
    }

    /** The row that a row of the native table shows. */
    int row(TableItem item) {
        return top + table.indexOf(item);
    }

    /** The row that the keyboard is at, or -1. */
    int focus() {
        return selection.focus() < source.size() ? selection.focus() : -1;
    }

    /** The row that is shown first. */
    int top() {
        return top;
    }

    /**
     * Takes over rows of which many were there before: neither the view nor the selection jumps.
     *
     * @param selected ascending, not empty
     * @param first to be shown, or -1
     */
    void renew(int[] selected, int first) {
        selection.only(selected);
        top = Math.max(0, first);
        update();
        selectionChanged.run();
    }

    /** Takes over a new set of rows. @param row to select, or -1 */
    void reset(int row) {
        selection.clear();
        if (row >= 0) {
            selection.only(row);
        } else {
            top = 0;
        }
        update();
        if (row >= 0) {
            reveal(row);
        }
        selectionChanged.run();
    }

    void select(int row) {
        selection.only(row);
        reveal(row);
        update();
        selectionChanged.run();
    }

    /** @param rows ascending, not empty */
    void select(int[] rows) {
        selection.only(rows);
        reveal(rows[rows.length - 1]); // as many of them as there is room for
        reveal(rows[0]);
        update();
        selectionChanged.run();
    }

    void selectAll() {
        selection.all(source.size());
        update();
        selectionChanged.run();
    }

    /** Writes the rows in sight anew. */
    void update() {
        int fitting = fitting();
        int size = source.size();
        top = Math.max(0, Math.min(top, size - fitting));
        int shown = Math.min(fitting, size - top);
        table.setRedraw(false);
        while (table.getItemCount() < shown) {
            new TableItem(table, SWT.NONE);
        }
        if (table.getItemCount() > shown) {
            table.remove(shown, table.getItemCount() - 1);
        }
        for (int i = 0; i < shown; i++) {
            source.fill(table.getItem(i), top + i);
        }
        showSelection(shown);
        table.setRedraw(true);
        boolean scrolls = size > fitting;
        ((GridData) bar.getLayoutData()).exclude = !scrolls;
        if (bar.getVisible() != scrolls) {
            bar.setVisible(scrolls);
            control.layout();
        }
        if (scrolls) {
            bar.setValues(top, 0, size, fitting, 1, fitting);
        }
    }

    private void showSelection(int shown) {
        int[] here = IntStream.range(0, shown).filter(i -> selection.contains(top + i)).toArray();
        // The last one given becomes the native focus, from which the next key would move.
        table.deselectAll();
        table.setSelection(here);
    }

    private int fitting() {
        return Math.max(1, (table.getClientArea().height - table.getHeaderHeight()) / rowHeight());
    }

    /** As drawn: what the table tells leaves out the gaps between rows on GTK. */
    private int rowHeight() {
        int drawn = table.getItemCount() > 1 ? table.getItem(1).getBounds().y - table.getItem(0).getBounds().y : 0;
        return Math.max(1, Math.max(drawn, table.getItemHeight()));
    }

    private void reveal(int row) {
        int fitting = fitting();
        if (row < top) {
            scrollTo(row);
        } else if (row >= top + fitting) {
            scrollTo(row - fitting + 1);
        }
    }

    private void scrollTo(int row) {
        if (row != top) {
            top = row;
            update();
        }
    }

    private void wheel(Event event) {
        scrollTo(Math.max(0, Math.min(top - Integer.signum(event.count) * WHEEL_ROWS, Math.max(0, source.size() - fitting()))));
        event.doit = false;
    }

    private void chosen(Event event) {
        if (event.item instanceof TableItem item) {
            selection.choose(row(item), event.stateMask);
            showSelection(table.getItemCount());
            selectionChanged.run();
        }
    }

    private void key(Event event) {
        int page = Math.max(1, fitting() - 1);
        int last = source.size() - 1;
        int from = selection.focus();
        Integer to = switch (event.keyCode) {
            case SWT.ARROW_UP -> from - 1;
            case SWT.ARROW_DOWN -> from + 1;
            case SWT.PAGE_UP -> from - page;
            case SWT.PAGE_DOWN -> from + page;
            case SWT.HOME -> 0;
            case SWT.END -> last;
            default -> null;
        };
        if (to != null && last >= 0) {
            event.doit = false;
            int row = Math.max(0, Math.min(to, last));
            selection.choose(row, event.stateMask & SWT.SHIFT);
            reveal(row);
            update();
            selectionChanged.run();
        }
    }
}
