package org.resetscope.ui.internal.notes;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.ui.internal.notes.NotesJob.Row;
import org.resetscope.ui.internal.resets.ResetsView;
import org.resetscope.ui.internal.theme.Content;
import org.resetscope.ui.internal.widgets.Accessibles;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;
import org.resetscope.ui.internal.widgets.Icons;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.SelectionSource;
import org.resetscope.ui.session.Session;

/** The bookmarks and notes of the user; choosing one selects its reset everywhere. */
public final class NotesView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.notes";

    private final OpenCaptures.Listener sessionChanged = OpenCaptures.Listener.of(this::look);
    private final Runnable notesChanged = this::look;
    private final SelectionSource selection = new SelectionSource();
    private final NotesJob job = new NotesJob(this::found);
    private Composite pages;
    private Composite frame;
    private Hint hint;
    private TableViewer viewer;
    private UiUpdate update;
    private volatile List<Row> rows = List.of();

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        hint = new Hint(pages);
        hint.show("No notes yet. Bookmark a reset with Ctrl+D, or write a note on it with Ctrl+Shift+N.\n"
                + "File > Save Case keeps them, together with what is open.");
        frame = new Composite(pages, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        viewer = new TableViewer(frame, SWT.MULTI | SWT.FULL_SELECTION);
        viewer.getTable().setHeaderVisible(true);
        Content.mark(viewer.getTable());
        Accessibles.name(viewer.getTable(), "Notes");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, "Connection", 300, Row::connection);
        column(layout, "Cause", 190, Row::cause);
        column(layout, "Note", 0, row -> row.note().line());
        column(layout, "Capture", 190, Row::place);
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addSelectionChangedListener(e -> selection.setSelection(new StructuredSelection(
                chosen().stream().map(Row::reset).filter(Objects::nonNull).toList())));
        viewer.addDoubleClickListener(e -> reveal());
        MenuManager menu = new MenuManager();
        viewer.getTable().setMenu(menu.createContextMenu(viewer.getTable()));
        getSite().registerContextMenu(menu, selection);
        getSite().setSelectionProvider(selection);
        CopyAction.install(getSite(), this::text);
        getSite().getService(IHandlerService.class).activateHandler(IWorkbenchCommandConstants.EDIT_DELETE, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                NoteOperation.run("Delete Note", chosen().stream().map(Row::at).toList(), note -> Note.NONE);
                return null;
            }
        });
        update = new UiUpdate(pages, this::show);
        Session.captures().addListener(sessionChanged);
        Session.notes().addListener(notesChanged);
        show();
        look();
    }

    @Override
    public void dispose() {
        Session.captures().removeListener(sessionChanged);
        Session.notes().removeListener(notesChanged);
        job.cancel();
        super.dispose();
    }

    @Override
    public void setFocus() {
        (rows.isEmpty() ? hint.control() : viewer.getTable()).setFocus();
    }

    private void column(TableColumnLayout layout, String title, int width, Function<Row, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), width == 0 ? new ColumnWeightData(1, 150) : new ColumnPixelData(width));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Row) element);
            }

            @Override
            public Image getImage(Object element) {
                return title.equals("Connection") ? Icons.get(((Row) element).note().bookmarked() ? "bookmark" : "notes") : null;
            }

            @Override
            public String getToolTipText(Object element) {
                String words = ((Row) element).note().text();
                return words.isEmpty() ? null : words;
            }
        });
    }

    private void look() {
        job.schedule();
    }

    /** On the job's thread. */
    private void found(List<Row> now) {
        rows = now;
        update.request();
    }

    private void show() {
        viewer.setInput(rows);
        setPartName(rows.isEmpty() ? "Notes" : "Notes (" + rows.size() + ")");
        ((StackLayout) pages.getLayout()).topControl = rows.isEmpty() ? hint.control() : frame;
        pages.layout();
    }

    private List<Row> chosen() {
        return ((List<?>) viewer.getStructuredSelection().toList()).stream().map(Row.class::cast).toList();
    }

    private void reveal() {
        chosen().stream().map(Row::reset).filter(Objects::nonNull).findFirst().ifPresent(reset -> {
            ResetsView resets = OwnPart.show(ResetsView.ID, ResetsView.class);
            if (!resets.select(reset)) {
                resets.filter(""); // it hid the row
            }
        });
    }

    private String text() {
        return chosen().stream().map(row -> row.place() + "\t" + row.connection() + "\t" + row.cause() + "\t" + row.note().line())
                .collect(Collectors.joining("\n"));
    }
}
