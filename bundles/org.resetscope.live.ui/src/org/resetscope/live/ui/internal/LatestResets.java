package org.resetscope.live.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;

/** The resets of running traffic, the latest first; one that is selected drives the other views. */
final class LatestResets implements ISelectionProvider {

    private static final int MOST = 500;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final String[] TITLES = { "Time", "Connection", "Sent by", "What happened" };
    private static final int[] WIDTHS = { 100, 300, 120, 900 };

    private final Table table;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private List<OpenReset> resets = List.of();
    private OpenCapture shown;

    LatestResets(Composite parent) {
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
        table.setHeaderVisible(true);
        for (int i = 0; i < TITLES.length; i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(TITLES[i]);
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, e -> listeners.forEach(l -> l.selectionChanged(new SelectionChangedEvent(this, getSelection()))));
    }

    Table control() {
        return table;
    }

    private OpenReset at(int row) {
        return resets.get(resets.size() - 1 - row);
    }

    private void fill(Event event) {
        OpenReset open = at(event.index);
        Reset r = open.reset();
        long nanos = r.packets().get(0).time().nanos();
        ((TableItem) event.item).setText(new String[] { CLOCK.format(Instant.ofEpochSecond(0, nanos)),
                open.connection(), open.sentBy(), r.verdict().summary() });
    }

    /** What a capture has by now; the selected reset stays selected. */
    void show(OpenCapture capture) {
        shown = capture;
        List<OpenReset> all = capture.resets();
        ISelection selected = getSelection();
        resets = all.subList(Math.max(0, all.size() - MOST), all.size());
        table.setItemCount(resets.size());
        table.clearAll();
        table.deselectAll();
        setSelection(selected);
    }

    /** The resets of a capture that was closed are nobody's. */
    void forget(OpenCapture capture) {
        if (capture == shown) {
            clear();
        }
    }

    void clear() {
        resets = List.of();
        shown = null;
        table.setItemCount(0);
    }

    @Override
    public ISelection getSelection() {
        int row = table.getSelectionIndex();
        return row < 0 || row >= resets.size() ? StructuredSelection.EMPTY : new StructuredSelection(at(row));
    }

    @Override
    public void setSelection(ISelection selection) {
        if (selection instanceof StructuredSelection structured && structured.getFirstElement() instanceof OpenReset reset) {
            for (int row = 0; row < resets.size(); row++) {
                if (at(row).equals(reset)) {
                    table.setSelection(row);
                }
            }
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
