package org.resetscope.ui.internal.patterns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.ui.internal.patterns.PatternTable.Kind;
import org.resetscope.ui.internal.patterns.PatternTable.Row;
import org.resetscope.ui.internal.resets.ResetsView;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Session;

/** The resets of all open captures counted by host, service, cause and time, and their timers; a row filters the table of resets. */
public final class PatternsView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.patterns";

    /** While captures are read, looking once in a while is enough. */
    private static final int DELAY_MILLIS = 300;
    private static final int ROWS_MEASURED = 200;
    private static final int MARGIN = 20;
    private static final int WIDEST = 480;

    private final OpenCaptures.Listener sessionChanged = new OpenCaptures.Listener() {
        @Override
        public void changed(OpenCapture capture) {
            look.schedule(DELAY_MILLIS);
        }

        @Override
        public void closed(OpenCapture capture) {
            look.schedule(DELAY_MILLIS);
        }
    };
    private final PatternsJob look = new PatternsJob(this::found);
    private Composite pages;
    private Composite content;
    private Hint hint;
    private Combo kind;
    private Table table;
    private UiUpdate update;
    private volatile Patterns patterns;
    private PatternTable shown = new PatternTable(List.of(), List.of(), List.of());

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        hint = new Hint(pages);
        hint.show("No resets yet. Open a capture: what its resets have in common is told here.");
        content = new Composite(pages, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 4;
        content.setLayout(layout);
        new Label(content, SWT.NONE).setText("Resets by");
        kind = new Combo(content, SWT.READ_ONLY);
        kind.setItems(Arrays.stream(Kind.values()).map(Kind::title).toArray(String[]::new));
        kind.select(0);
        kind.addListener(SWT.Selection, e -> fill());
        Accessibles.name(kind, "Resets by");
        table = new Table(content, SWT.MULTI | SWT.FULL_SELECTION | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        Content.mark(table);
        Accessibles.name(table, "Patterns");
        table.addListener(SWT.SetData, this::show);
        table.addListener(SWT.DefaultSelection, e -> filter());
        CopyAction.install(getSite(), () -> shown.text(Arrays.stream(table.getSelectionIndices()).mapToObj(shown.rows()::get).toList()));
        getViewSite().getActionBars().getToolBarManager().add(new Action("Export\u2026") {
            @Override
            public void run() {
                export();
            }
        });
        update = new UiUpdate(pages, this::fill);
        Session.captures().addListener(sessionChanged);
        look.schedule();
        page();
    }

    @Override
    public void dispose() {
        Session.captures().removeListener(sessionChanged);
        look.cancel();
        super.dispose();
    }

    @Override
    public void setFocus() {
        (patterns == null ? hint.control() : table).setFocus();
    }

    /** On the job's thread. */
    private void found(Patterns found) {
        patterns = found;
        update.request();
    }

    private void page() {
        ((StackLayout) pages.getLayout()).topControl = patterns == null ? hint.control() : content;
        pages.layout();
    }

    private void fill() {
        page();
        Patterns now = patterns;
        if (now == null) {
            return;
        }
        shown = PatternTable.of(Kind.values()[kind.getSelectionIndex()], now);
        table.setRedraw(false);
        table.removeAll();
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        for (int i = 0; i < shown.columns().size(); i++) {
            int index = i;
            TableColumn column = new TableColumn(table, shown.numbers().get(i) ? SWT.RIGHT : SWT.LEFT);
            column.setText(shown.columns().get(i));
            column.addListener(SWT.Selection, e -> sort(column, index));
        }
        table.setItemCount(shown.rows().size());
        widths();
        table.setRedraw(true);
    }

    /** By the headings and the first rows: all of a million would take long, and a virtual table knows none. */
    private void widths() {
        GC gc = new GC(table);
        try {
            for (int i = 0; i < table.getColumnCount(); i++) {
                TableColumn column = table.getColumn(i);
                column.pack();
                int width = column.getWidth();
                for (Row row : shown.rows().subList(0, Math.min(ROWS_MEASURED, shown.rows().size()))) {
                    width = Math.max(width, gc.textExtent(row.text(i)).x + MARGIN);
                }
                column.setWidth(Math.min(WIDEST, width));
            }
        } finally {
            gc.dispose();
        }
    }

    private void sort(TableColumn column, int index) {
        boolean again = table.getSortColumn() == column;
        // what is most comes first, unless it is text
        boolean ascending = again ? table.getSortDirection() == SWT.DOWN : !shown.numbers().get(index);
        table.setSortColumn(column);
        table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
        shown = shown.sorted(index, ascending);
        table.deselectAll();
        table.clearAll();
    }

    private void show(Event event) {
        Row row = shown.rows().get(event.index);
        TableItem item = (TableItem) event.item;
        for (int i = 0; i < shown.columns().size(); i++) {
            item.setText(i, row.text(i));
        }
    }

    /** Shows the resets that the chosen row counts. */
    private void filter() {
        int index = table.getSelectionIndex();
        String filter = index < 0 ? null : shown.rows().get(index).filter();
        if (filter != null) {
            OwnPart.show(ResetsView.ID, ResetsView.class).filter(filter);
        }
    }

    private void export() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setText("Export " + kind.getText());
        dialog.setFilterExtensions(new String[] {"*.tsv"});
        dialog.setFileName(kind.getText().toLowerCase(Locale.ROOT).replace(' ', '-') + ".tsv");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            try {
                Files.writeString(Path.of(file), shown.text(shown.rows()));
            } catch (IOException e) {
                MessageDialog.openError(getSite().getShell(), "Export", file + " cannot be written: " + e.getMessage());
            }
        }
    }
}
