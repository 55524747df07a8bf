package org.resetscope.console.ui.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.resetscope.console.Table;
import org.resetscope.core.model.Reset;

/** The last table that a script has shown, with something to run on each row. UI thread only, but for {@link #show}. */
final class ResultTable {

    /** Rows looked at for the width of a column. */
    private static final int MEASURED = 200;
    private static final int WIDEST = 420;

    /** What the user wants of rows. */
    interface Listener {

        /** There is a new table. */
        void shown();

        /** @param subjects what the selected rows stand for */
        void selected(List<?> subjects);

        /** Run this on the row that scripts know as "row". */
        void run(String script);

        /** Let the user type what to run on the row. */
        void type(String begun);
    }

    private final org.eclipse.swt.widgets.Table widget;
    private final Display display;
    private final Listener listener;
    private final AtomicReference<Table> next = new AtomicReference<>();
    private Table shown = new Table(List.of(), List.of());

    ResultTable(Composite parent, Listener listener) {
        this.listener = listener;
        widget = new org.eclipse.swt.widgets.Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        display = widget.getDisplay();
        widget.setHeaderVisible(true);
        widget.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Result of the script";
            }
        });
        widget.addListener(SWT.SetData, e -> ((TableItem) e.item).setText(shown.texts(e.index).toArray(String[]::new)));
        widget.addListener(SWT.Selection, e -> listener.selected(subjects()));
        widget.addListener(SWT.DefaultSelection, e -> listener.run(subject() instanceof Reset ? "explain row" : "show row"));
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        widget.setMenu(menu.createContextMenu(widget));
    }

    org.eclipse.swt.widgets.Table control() {
        return widget;
    }

    /** On any thread; of tables that follow each other quickly, the last one counts. */
    void show(Table table) {
        if (next.getAndSet(table) == null && !display.isDisposed()) {
            display.asyncExec(this::take);
        }
    }

    private void take() {
        Table table = next.getAndSet(null);
        if (table == null || widget.isDisposed() || table.rows().isEmpty()) {
            return;
        }
        widget.setRedraw(false);
        widget.removeAll();
        for (TableColumn column : widget.getColumns()) {
            column.dispose();
        }
        shown = table;
        for (int i = 0; i < table.columns().size(); i++) {
            TableColumn column = new TableColumn(widget, table.numeric(i) ? SWT.RIGHT : SWT.LEFT);
            column.setText(table.columns().get(i));
        }
        widget.setItemCount(table.rows().size());
        listener.shown();
        for (int i = 0; i < table.columns().size(); i++) {
            widget.getColumn(i).setWidth(width(i));
        }
        widget.setRedraw(true);
    }

    private int width(int column) {
        org.eclipse.swt.graphics.GC gc = new org.eclipse.swt.graphics.GC(widget);
        try {
            int width = gc.textExtent(shown.columns().get(column)).x;
            for (int row = 0; row < Math.min(MEASURED, shown.rows().size()); row++) {
                width = Math.max(width, gc.textExtent(shown.texts(row).get(column)).x);
            }
            return Math.min(WIDEST, width + 24);
        } finally {
            gc.dispose();
        }
    }

    private List<?> subjects() {
        return Arrays.stream(widget.getSelectionIndices()).mapToObj(shown.subjects()::get).toList();
    }

    private Object subject() {
        int index = widget.getSelectionIndex();
        return index < 0 ? null : shown.subjects().get(index);
    }

    private void fill(IMenuManager menu) {
        if (widget.getSelectionIndex() < 0) {
            return;
        }
        if (subject() instanceof Reset) {
            menu.add(action("Explain", "explain row"));
            menu.add(action("Show Packets", "packets row"));
            menu.add(action("Describe Diagram", "draw row"));
        }
        menu.add(action("Show All Parts", "show row"));
        menu.add(action("Show as JSON", "json rows"));
        menu.add(new Separator());
        Action type = new Action("Run on Row…") {
            @Override
            public void run() {
                listener.type("row.");
            }
        };
        menu.add(type);
    }

    private Action action(String text, String script) {
        return new Action(text) {
            @Override
            public void run() {
                listener.run(script);
            }
        };
    }
}
