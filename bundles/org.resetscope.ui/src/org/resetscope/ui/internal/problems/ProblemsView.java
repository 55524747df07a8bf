package org.resetscope.ui.internal.problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.model.Problem;
import org.resetscope.ui.internal.rules.RulesFindings;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.CellTips;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Progress.State;
import org.resetscope.ui.session.Session;

/**
 * What went wrong, in words: files that cannot be read, damage, plug-ins that failed, and what was found in
 * rules that are open.
 */
public final class ProblemsView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.problems";

    /** @param reveal shows the place; null where there is none to show */
    private record Row(Object subject, String text, String image, String file, String where, Runnable reveal) {

        static Row of(OpenCapture capture, Problem problem) {
            // The directory stands in the hover of the capture; here it would push the words aside.
            String text = capture.input().shortened(problem.text());
            return new Row(problem, text, capture.progress().state() == State.FAILED ? "state-failed" : "state-partial", capture.name(),
                    problem.offset() == null ? "" : "byte " + problem.offset(), null);
        }

        static Row of(RulesFindings.Row row) {
            return new Row(row.found(), row.text(), row.image(), row.name(), "line " + row.line(), row::reveal);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row that && that.subject.equals(subject) && that.image.equals(image) && that.file.equals(file);
        }

        @Override
        public int hashCode() {
            return subject.hashCode();
        }
    }

    private final OpenCaptures.Listener sessionChanged = OpenCaptures.Listener.of(() -> this.update.request());
    private final Runnable rulesChanged = this::requestUpdate;
    private Composite pages;
    private Hint hint;
    private Table table;
    private UiUpdate update;
    private List<Row> rows = List.of();

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        hint = new Hint(pages);
        hint.show("No problems: what is open was read as a whole, and nothing was found in rules.");
        Composite frame = new Composite(pages, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        table = new Table(frame, SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        Content.mark(table);
        Accessibles.name(table, "Problems");
        CellTips.install(table);
        for (String title : List.of("Problem", "File", "Where")) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(title);
            layout.setColumnData(column, title.equals("Problem") ? new ColumnWeightData(1, 200) : new ColumnPixelData(
                    title.equals("File") ? 180 : 110));
        }
        // A double click, or Enter.
        table.addListener(SWT.DefaultSelection, e -> reveal());
        CopyAction.install(getSite(), this::copyText);
        update = new UiUpdate(table, this::refresh);
        Session.captures().addListener(sessionChanged);
        RulesFindings.addListener(rulesChanged);
        top();
        refresh();
    }

    @Override
    public void dispose() {
        Session.captures().removeListener(sessionChanged);
        RulesFindings.removeListener(rulesChanged);
        super.dispose();
    }

    @Override
    public void setFocus() {
        (rows.isEmpty() ? hint.control() : table).setFocus();
    }

    private void refresh() {
        List<Row> next = new ArrayList<>();
        for (OpenCapture capture : Session.captures().all()) {
            capture.problems().forEach(problem -> next.add(Row.of(capture, problem)));
        }
        RulesFindings.all().forEach(row -> next.add(Row.of(row)));
        if (next.equals(rows)) {
            return;
        }
        rows = next;
        setPartName(rows.isEmpty() ? "Problems" : "Problems (" + rows.size() + ")");
        table.setRedraw(false);
        table.removeAll();
        for (Row row : rows) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {row.text(), row.file(), row.where()});
            item.setImage(Icons.get(row.image()));
        }
        table.setRedraw(true);
        top();
    }

    private void top() {
        ((StackLayout) pages.getLayout()).topControl = rows.isEmpty() ? hint.control() : table.getParent();
        pages.layout();
    }

    private void reveal() {
        int index = table.getSelectionIndex();
        if (index >= 0 && index < rows.size() && rows.get(index).reveal() != null) {
            rows.get(index).reveal().run();
        }
    }

    private void requestUpdate() {
        update.request();
    }

    private String copyText() {
        StringBuilder lines = new StringBuilder();
        Arrays.stream(table.getSelection()).forEach(item -> lines.append(item.getText(1)).append('\t').append(item.getText(0)).append('\n'));
        return lines.toString();
    }
}
