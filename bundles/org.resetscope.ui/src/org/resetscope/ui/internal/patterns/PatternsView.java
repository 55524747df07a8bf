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
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.ui.internal.derived.Derived;
import org.resetscope.ui.internal.patterns.PatternTable.Kind;
import org.resetscope.ui.internal.patterns.PatternTable.Row;
import org.resetscope.ui.internal.resets.ResetsView;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.internal.words.Words;

/** The resets of all open captures counted by host, service, cause and time, and their timers; a row filters the table of resets. */
public final class PatternsView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.patterns";

    /** A person reads the first ones. */
    private static final int MOST_ROWS = 1000;
    private static final int COLUMNS = 3;

    private Composite pages;
    private Composite content;
    private Hint hint;
    private Combo kind;
    private Label number;
    private Table table;
    private Patterns patterns;
    private PatternTable shown = new PatternTable(List.of(), List.of(), List.of());

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        hint = new Hint(pages);
        hint.show("No resets yet. Open a capture: what its resets have in common is told here.");
        content = new Composite(pages, SWT.NONE);
        GridLayout layout = new GridLayout(COLUMNS, false);
        layout.marginHeight = 4;
        content.setLayout(layout);
        new Label(content, SWT.NONE).setText("Resets by");
        kind = new Combo(content, SWT.READ_ONLY);
        kind.setItems(Arrays.stream(Kind.values()).map(Kind::title).toArray(String[]::new));
        kind.select(0);
        kind.addListener(SWT.Selection, e -> {
            table.dispose();
            fill();
        });
        Accessibles.name(kind, "Resets by");
        number = new Label(content, SWT.NONE);
        number.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        table = createTable(List.of(), List.of());
        CopyAction.install(getSite(), () -> shown.text(Arrays.stream(table.getSelectionIndices()).mapToObj(shown.rows()::get).toList()));
        getViewSite().getActionBars().getToolBarManager().add(new Action("Export\u2026", Icons.descriptor("export")) {
            @Override
            public void run() {
                export();
            }
        });
        Derived.show(getSite(), pages, "Looking for patterns", Patterns::of, this::found);
        page();
    }

    @Override
    public void setFocus() {
        (patterns == null ? hint.control() : table).setFocus();
    }

    private void found(Patterns found) {
        patterns = found;
        fill();
    }

    private void page() {
        ((StackLayout) pages.getLayout()).topControl = patterns == null ? hint.control() : content;
        pages.layout();
    }

    private void fill() {
        page();
        if (patterns == null) {
            return;
        }
        shown = PatternTable.of(Kind.values()[kind.getSelectionIndex()], patterns);
        if (table.isDisposed() || table.getColumnCount() == 0) {
            table.dispose();
            table = createTable(shown.columns(), shown.numbers());
            content.layout();
        }
        table.setSortColumn(null);
        show();
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
    }

    /** A table of its own for each kind: GTK does not like columns that come and go. */
    private Table createTable(List<String> titles, List<Boolean> numbers) {
        Table created = new Table(content, SWT.MULTI | SWT.FULL_SELECTION);
        created.setHeaderVisible(true);
        created.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, COLUMNS, 1));
        Content.mark(created);
        Accessibles.name(created, "Patterns");
        for (int i = 0; i < titles.size(); i++) {
            int index = i;
            TableColumn column = new TableColumn(created, numbers.get(i) ? SWT.RIGHT : SWT.LEFT);
            column.setText(titles.get(i));
            column.addListener(SWT.Selection, e -> sort(column, index));
        }
        // A double click, or Enter.
        created.addListener(SWT.DefaultSelection, e -> filter());
        return created;
    }

    private void sort(TableColumn column, int index) {
        boolean again = table.getSortColumn() == column;
        // what is most comes first, unless it is text
        boolean ascending = again ? table.getSortDirection() == SWT.DOWN : !shown.numbers().get(index);
        table.setSortColumn(column);
        table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
        shown = shown.sorted(index, ascending);
        show();
    }

    private void show() {
        List<Row> rows = shown.rows().subList(0, Math.min(MOST_ROWS, shown.rows().size()));
        table.setRedraw(false);
        table.removeAll();
        for (Row row : rows) {
            TableItem item = new TableItem(table, SWT.NONE);
            for (int i = 0; i < shown.columns().size(); i++) {
                item.setText(i, row.text(i));
            }
        }
        table.setRedraw(true);
        number.setText(rows.size() == shown.rows().size() ? "" : "The first " + Words.number(rows.size()) + " of "
                + Words.number(shown.rows().size()) + " in this order; an export has all.");
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
