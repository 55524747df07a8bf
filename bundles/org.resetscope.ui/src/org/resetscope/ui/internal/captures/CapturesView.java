package org.resetscope.ui.internal.captures;

import java.util.List;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.theme.PaletteChange;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Session;

/** The open captures, each with what became of it. */
public final class CapturesView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.captures";

    private final OpenCaptures.Listener sessionChanged = OpenCaptures.Listener.of(() -> this.update.request());

    private TableViewer viewer;
    private UiUpdate update;

    @Override
    public void createPartControl(Composite parent) {
        Composite frame = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        viewer = new TableViewer(frame, SWT.MULTI | SWT.FULL_SELECTION);
        Content.mark(viewer.getTable());
        Accessibles.name(viewer.getTable(), "Captures");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(1));
        column.setLabelProvider(new CaptureLabels(viewer.getTable()));
        PaletteChange.listen(viewer.getTable(), () -> viewer.refresh(true));
        ColumnViewerToolTipSupport.enableFor(viewer);
        MenuManager menu = new MenuManager();
        viewer.getTable().setMenu(menu.createContextMenu(viewer.getTable()));
        getSite().registerContextMenu(menu, viewer);
        getSite().setSelectionProvider(viewer);
        update = new UiUpdate(viewer.getTable(), this::refresh);
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
        viewer.getTable().setFocus();
    }

    /** Those that are selected; none where the view is closed. */
    public static List<OpenCapture> selected() {
        CapturesView view = OwnPart.find(ID, CapturesView.class);
        return view == null ? List.of() : ((List<?>) view.viewer.getStructuredSelection().toList()).stream().map(OpenCapture.class::cast).toList();
    }

    void select(List<OpenCapture> captures) {
        refresh();
        viewer.setSelection(new StructuredSelection(captures), true);
    }

    private void refresh() {
        List<OpenCapture> captures = Session.captures().all();
        if (captures.equals(viewer.getInput())) {
            viewer.refresh(true);
        } else {
            // A new input would lose the selection.
            StructuredSelection selected = (StructuredSelection) viewer.getSelection();
            viewer.setInput(captures);
            viewer.setSelection(new StructuredSelection(((List<?>) selected.toList()).stream().filter(captures::contains).toList()));
        }
    }
}
