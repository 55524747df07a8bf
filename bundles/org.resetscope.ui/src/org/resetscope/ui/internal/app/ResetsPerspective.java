package org.resetscope.ui.internal.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;
import org.resetscope.ui.internal.advice.AdviceView;
import org.resetscope.ui.internal.captures.CapturesView;
import org.resetscope.ui.internal.diagram.DiagramView;
import org.resetscope.ui.internal.explanation.ExplanationView;
import org.resetscope.ui.internal.guide.GuideView;
import org.resetscope.ui.internal.help.HelpView;
import org.resetscope.ui.internal.notes.NotesView;
import org.resetscope.ui.internal.packet.PacketView;
import org.resetscope.ui.internal.patterns.PatternsView;
import org.resetscope.ui.internal.problems.ProblemsView;
import org.resetscope.ui.internal.profiles.ProfilesView;
import org.resetscope.ui.internal.resets.ResetsView;

/** Captures on the left, resets in the centre, the explanation on the right, packets and problems below. */
public final class ResetsPerspective implements IPerspectiveFactory {

    static final String ID = "org.resetscope.ui.perspective.resets";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        // Shown as soon as an editor opens.
        layout.setEditorAreaVisible(false);
        String editors = layout.getEditorArea();
        layout.addView(CapturesView.ID, IPageLayout.LEFT, 0.135f, editors);
        layout.addView(ExplanationView.ID, IPageLayout.RIGHT, 0.735f, editors);
        layout.createPlaceholderFolder("help", IPageLayout.BOTTOM, 0.5f, ExplanationView.ID).addPlaceholder(HelpView.ID);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.62f, editors);
        below.addView(PacketView.ID);
        below.addView(DiagramView.ID);
        below.addView(PatternsView.ID);
        below.addView(ProblemsView.ID);
        below.addView(IProgressConstants.PROGRESS_VIEW_ID);
        below.addPlaceholder(GuideView.ID);
        below.addPlaceholder(AdviceView.ID);
        below.addPlaceholder(NotesView.ID);
        below.addPlaceholder(ProfilesView.ID);
        below.addPlaceholder(IPageLayout.ID_OUTLINE);
        layout.createFolder("resets", IPageLayout.TOP, 0.48f, editors).addView(ResetsView.ID);
        for (String view : new String[] {CapturesView.ID, ResetsView.ID, ExplanationView.ID, PacketView.ID, DiagramView.ID, PatternsView.ID,
                AdviceView.ID, ProblemsView.ID, IPageLayout.ID_OUTLINE}) {
            layout.addShowViewShortcut(view);
        }
    }
}
