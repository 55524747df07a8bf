package org.resetscope.ui.internal.resets;

import java.util.List;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.filter.Filter;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;
import org.resetscope.ui.session.SelectionSource;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.internal.welcome.WelcomePage;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Resets of the captures selected in the view Captures (of all where none is), filtered, sorted and grouped. */
public final class ResetsView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.resets";
    private static final String CAPTURES_VIEW = "org.resetscope.ui.view.captures";

    private final SelectionSource selection = new SelectionSource();
    private final ISelectionListener captureChosen = (part, chosen) -> choose(chosen);
    private final ISelectionListener anyChosen = this::follow;
    private final IPropertyChangeListener preferenceChanged = event -> preferenceChanged(event.getProperty());
    private final OpenCaptures.Listener sessionChanged = OpenCaptures.Listener.of(() -> this.update.request());

    private final Runnable notesChanged = () -> this.notes.request();

    private UiUpdate update;
    private UiUpdate notes;
    private UiUpdate published;
    /** Rows are being replaced: others hear of the selection after that, so that the table is drawn first. */
    private boolean showing;
    private RowsJob job;
    private FilterLine filterLine;
    private Composite pages;
    private ResetsTable table;
    private Hint hint;
    private WelcomePage welcome;
    private List<OpenCapture> chosen = List.of();
    private Filter filter;
    private Column sort = Column.TIME;
    private boolean descending;

    @Override
    public void createPartControl(Composite parent) {
        filter = everything();
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        filterLine = new FilterLine(parent, changed -> {
            filter = changed;
            refresh();
        });
        filterLine.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        pages = new Composite(parent, SWT.NONE);
        pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        pages.setLayout(new StackLayout());
        table = new ResetsTable(pages, this::chosenHere, (column, down) -> {
            sort = column;
            descending = down;
            refresh();
        });
        hint = new Hint(pages);
        welcome = new WelcomePage(pages, getSite());
        MenuManager menu = new MenuManager();
        table.table().setMenu(menu.createContextMenu(table.table()));
        getSite().registerContextMenu(menu, selection);
        getSite().setSelectionProvider(selection);
        CopyAction.install(getSite(), table::text);
        getSite().getService(IHandlerService.class).activateHandler(IWorkbenchCommandConstants.EDIT_SELECT_ALL, new SelectAllHandler(table));
        job = new RowsJob(placed -> parent.getDisplay().asyncExec(() -> show(placed)));
        update = new UiUpdate(parent, this::refresh);
        notes = new UiUpdate(parent, this::notesChanged);
        published = new UiUpdate(parent, this::publish);
        Session.captures().addListener(sessionChanged);
        Session.notes().addListener(notesChanged);
        getSite().getPage().addSelectionListener(CAPTURES_VIEW, captureChosen);
        getSite().getPage().addSelectionListener(anyChosen);
        Preferences.store().addPropertyChangeListener(preferenceChanged);
        refresh();
    }

    @Override
    public void dispose() {
        Session.captures().removeListener(sessionChanged);
        Session.notes().removeListener(notesChanged);
        getSite().getPage().removeSelectionListener(CAPTURES_VIEW, captureChosen);
        getSite().getPage().removeSelectionListener(anyChosen);
        Preferences.store().removePropertyChangeListener(preferenceChanged);
        super.dispose();
    }

    @Override
    public void setFocus() {
        Control top = ((StackLayout) pages.getLayout()).topControl;
        (top == null ? pages : top == table.control() ? table.table() : top).setFocus();
    }

    void focusFilter() {
        filterLine.focus();
    }

    /** Shows what meets the filter, which replaces the one in the filter line. */
    public void filter(String filter) {
        filterLine.set(filter);
    }

    /** Narrows what is shown to what also meets a condition. */
    void filterBy(String condition) {
        String now = filterLine.get().strip();
        filterLine.set(now.isEmpty() ? condition : (now.contains(" or ") ? "(" + now + ")" : now) + " and " + condition);
    }

    void collapseAll(boolean collapse) {
        table.collapseAll(collapse);
    }

    /** Selects a reset everywhere. @return false where the table does not show it now */
    public boolean select(OpenReset reset) {
        return table.select(reset);
    }

    /** Selects those of some resets that the table shows now. */
    public void select(List<OpenReset> resets) {
        table.select(resets);
    }

    List<OpenReset> selected() {
        return table.selected();
    }

    private static Filter everything() {
        try {
            return Filter.parse("");
        } catch (Filter.SyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<OpenCapture> captures() {
        List<OpenCapture> open = Session.captures().all();
        List<OpenCapture> still = chosen.stream().filter(open::contains).toList();
        return still.isEmpty() ? open : still;
    }

    /** A reset that is selected in another view. */
    private void follow(IWorkbenchPart part, ISelection selected) {
        if (part != this && selected instanceof IStructuredSelection structured && structured.size() == 1) {
            OpenReset reset = Adapters.adapt(structured.getFirstElement(), OpenReset.class);
            if (reset != null && !table.selected().contains(reset)) {
                table.select(reset);
            }
        }
    }

    private void choose(ISelection selected) {
        chosen = selected instanceof IStructuredSelection captures
                ? ((List<?>) captures.toList()).stream().filter(OpenCapture.class::isInstance).map(OpenCapture.class::cast).toList()
                : List.of();
        refresh();
    }

    private void refresh() {
        job.ask(new Query(captures(), filter, sort, descending, Grouping.of(Preferences.store().getString(Preferences.GROUPING)),
                sort == Column.NOTE ? Session.notes().all() : null), table.shown());
    }

    private void show(Placed placed) {
        if (table.control().isDisposed()) {
            return;
        }
        if (!table.fits(placed)) {
            refresh();
            return;
        }
        Rows rows = placed.rows();
        List<OpenCapture> captures = captures();
        String nothing = EmptyText.of(captures, rows.total(), rows.resets().size());
        hint.show(nothing);
        if (captures.isEmpty()) {
            welcome.update();
        }
        top(nothing == null ? table.control() : captures.isEmpty() ? welcome.control() : hint.control());
        filterLine.count(count(rows));
        table.show(Column.CAPTURE, captures.size() > 1);
        table.show(Column.NOTE, !Session.notes().isEmpty());
        table.show(Column.WHERE, captures.stream().anyMatch(c -> c.input().compares()));
        showing = true;
        table.show(placed);
        showing = false;
    }

    private void top(Control control) {
        StackLayout layout = (StackLayout) pages.getLayout();
        boolean focused = layout.topControl != null && hasFocus(layout.topControl);
        if (layout.topControl != control) {
            layout.topControl = control;
            pages.layout();
            if (focused) {
                setFocus(); // it must not stay in what nobody sees
            }
        }
    }

    private static boolean hasFocus(Control control) {
        for (Control at = control.getDisplay().getFocusControl(); at != null; at = at.getParent()) {
            if (at == control) {
                return true;
            }
        }
        return false;
    }

    private static String count(Rows rows) {
        String total = Words.count(rows.total(), "reset", "resets");
        return rows.total() == 0 ? "" : rows.resets().size() == rows.total() ? total : rows.resets().size() + " of " + total;
    }

    private void notesChanged() {
        if (sort == Column.NOTE) {
            refresh();
        } else {
            table.show(Column.NOTE, !Session.notes().isEmpty());
            table.update();
        }
    }

    private void chosenHere() {
        if (showing) {
            published.request();
        } else {
            publish();
        }
    }

    private void publish() {
        selection.setSelection(new StructuredSelection(table.selected()));
    }

    private void preferenceChanged(String property) {
        if (Preferences.TIME_FORMAT.equals(property)) {
            table.timeFormatChanged();
        } else if (Preferences.NAMES.equals(property)) {
            table.update();
        } else if (Preferences.GROUPING.equals(property)) {
            refresh();
        }
    }
}
