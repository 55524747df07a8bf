package org.resetscope.ui.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The one perspective: captures, resets, their explanation. */
public final class ResetsPerspective implements IPerspectiveFactory {

    static final String ID = "org.resetscope.ui.perspective.resets";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
    }
}
