package org.resetscope.ui.internal.explanation;

import java.util.List;

import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.RuleReference;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.internal.resets.ResetsView;
import org.resetscope.ui.internal.richtext.RichTextWidget;
import org.resetscope.ui.internal.rules.RulesOpener;
import org.resetscope.ui.internal.widgets.CopyAction;
import org.resetscope.ui.internal.widgets.Hint;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.internal.widgets.UiUpdate;
import org.resetscope.ui.session.SelectionSource;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Explains the selected reset; its links select packets. */
public final class ExplanationView extends ViewPart {

    public static final String ID = "org.resetscope.ui.view.explanation";
    private static final String RESETS_VIEW = ResetsView.ID;

    private final SelectionSource selection = new SelectionSource();
    /** Also when the view of resets is not the active part: it selects by itself when an analysis is complete. */
    private final ISelectionListener resetChosen = this::selected;
    private final ISelectionListener anyChosen = this::selected;
    private final IPropertyChangeListener preferenceChanged = event -> {
        if (Preferences.TIME_FORMAT.equals(event.getProperty()) || Preferences.NAMES.equals(event.getProperty())) {
            write();
        }
    };
    private final Runnable notesChanged = () -> this.update.request();
    private final OpenCaptures.Listener closed = new OpenCaptures.Listener() {
        @Override
        public void closed(OpenCapture capture) {
            update.request();
        }
    };
    private UiUpdate update;
    private Composite pages;
    private RichTextWidget text;
    private Hint hint;
    private OpenReset shown;

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        text = new RichTextWidget(pages, "Explanation", this::follow);
        hint = new Hint(pages);
        getSite().setSelectionProvider(selection);
        getSite().getPage().addSelectionListener(RESETS_VIEW, resetChosen);
        getSite().getPage().addSelectionListener(anyChosen);
        Preferences.store().addPropertyChangeListener(preferenceChanged);
        update = new UiUpdate(parent, this::write);
        Session.captures().addListener(closed);
        Session.notes().addListener(notesChanged);
        CopyAction.install(getSite(), text::copyText);
        write();
        ISelection now = getSite().getPage().getSelection(RESETS_VIEW);
        if (now != null) {
            selected(null, now);
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(RESETS_VIEW, resetChosen);
        getSite().getPage().removeSelectionListener(anyChosen);
        Preferences.store().removePropertyChangeListener(preferenceChanged);
        Session.notes().removeListener(notesChanged);
        Session.captures().removeListener(closed);
        super.dispose();
    }

    @Override
    public void setFocus() {
        ((StackLayout) pages.getLayout()).topControl.setFocus();
    }

    private void selected(IWorkbenchPart part, ISelection chosen) {
        if (part == this || !(chosen instanceof IStructuredSelection structured)) {
            return;
        }
        if (structured.getFirstElement() instanceof OpenReset reset) {
            if (!Session.captures().all().contains(reset.capture())) {
                return; // a view that was just activated has not noticed
            }
            boolean other = !reset.equals(shown) || !reset.reset().equals(shown.reset()); // it may be judged anew
            shown = reset;
            if (other) {
                write();
            }
        } else if (part != null && RESETS_VIEW.equals(part.getSite().getId())) {
            shown = null;
            write();
        }
    }

    private void write() {
        if (shown != null && !Session.captures().all().contains(shown.capture())) {
            shown = null;
        }
        if (shown == null) {
            hint.show("Select a reset to see who sent it, why, and what to do.");
        } else {
            text.show(ExplanationWriter.write(shown, Preferences.timeFormat()));
        }
        ((StackLayout) pages.getLayout()).topControl = shown == null ? hint.control() : text.control();
        pages.layout();
        selection.setSelection(shown == null ? StructuredSelection.EMPTY : new StructuredSelection(shown));
    }

    /** @param target a packet, a rule, or another reset of the same capture */
    private void follow(Object target) {
        if (target instanceof FrameRef frame) {
            selection.setSelection(new StructuredSelection(List.of(shown.frame(frame))));
        } else if (target instanceof RuleReference rule) {
            shown.rules().ifPresent(file -> RulesOpener.open(file, rule.line()));
        } else if (target instanceof Reset reset) {
            OpenReset other = new OpenReset(shown.capture(), reset);
            ResetsView resets = OwnPart.find(RESETS_VIEW, ResetsView.class);
            if (resets == null || !resets.select(other)) {
                shown = other; // a filter hides its row
                write();
            }
        }
    }
}
