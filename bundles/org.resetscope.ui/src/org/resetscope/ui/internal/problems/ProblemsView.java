package org.resetscope.ui.internal.problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.model.Problem;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Progress.State;
import org.resetscope.ui.session.Session;

/** What went wrong, in words: files that cannot be read, damage, plug-ins that failed. */
public final class ProblemsView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.problems";

    private record Row(OpenCapture capture, Problem problem) {
    }

    private final OpenCaptures.Listener sessionChanged = new OpenCaptures.Listener() {
        @Override
        public void changed(OpenCapture capture) {
            update.request();
        }

        @Override
        public void closed(OpenCapture capture) {
            update.request();
        }
    };
    private Table table;
    private UiUpdate update;
    private List<Row> rows = List.of();

    @Override
    public void createPartControl(Composite parent) {
        Composite frame = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        table = new Table(frame, SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        Content.mark(table);
        Accessibles.name(table, "Problems");
        for (String title : List.of("Problem", "Capture", "At byte")) {
            TableColumn column = new TableColumn(table, title.startsWith("At") ? SWT.RIGHT : SWT.LEFT);
            column.setText(title);
            layout.setColumnData(column, title.equals("Problem") ? new ColumnWeightData(1, 200) : new ColumnPixelData(
                    title.equals("Capture") ? 180 : 90));
        }
        CopyAction.install(getSite(), this::copyText);
        update = new UiUpdate(table, this::refresh);
        Session.captures().addListener(sessionChanged);
        refresh();
    }

    @Override
    public void dispose() {
        Session.captures().removeListener(sessionChanged);
        super.dispose();
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    private void refresh() {
        List<Row> next = new ArrayList<>();
        for (OpenCapture capture : Session.captures().all()) {
            capture.problems().forEach(problem -> next.add(new Row(capture, problem)));
        }
        if (next.equals(rows)) {
            return;
        }
        rows = next;
        setPartName(rows.isEmpty() ? "Problems" : "Problems (" + rows.size() + ")");
        table.setRedraw(false);
        table.removeAll();
        for (Row row : rows) {
            TableItem item = new TableItem(table, SWT.NONE);
            // The directory stands in the hover of the capture; here it would push the words aside.
            String text = row.problem().text().replace(row.capture().file().toString(), row.capture().name());
            item.setText(new String[] {text, row.capture().name(),
                    row.problem().offset() == null ? "" : row.problem().offset().toString()});
            item.setImage(Icons.get(row.capture().progress().state() == State.FAILED ? "state-failed" : "state-partial"));
        }
        table.setRedraw(true);
    }

    private String copyText() {
        StringBuilder lines = new StringBuilder();
        Arrays.stream(table.getSelection()).forEach(item -> lines.append(item.getText(1)).append('\t').append(item.getText(0)).append('\n'));
        return lines.toString();
    }
}
