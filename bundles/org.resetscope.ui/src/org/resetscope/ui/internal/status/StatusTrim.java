package org.resetscope.ui.internal.status;

import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuFactory;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.ui.IWorkbenchWindow;

/** What stands in the bottom line of a window: first our own, then what the platform has; without grips, since nobody moves these. */
public final class StatusTrim {

    private static final String ID = "org.resetscope.ui.status";
    private static final String DRAGGABLE = "Draggable";

    private StatusTrim() {
    }

    /** Before the window is drawn. */
    public static void arrange(IWorkbenchWindow window) {
        MWindow model = window.getService(MWindow.class);
        if (model instanceof MTrimmedWindow trimmed) {
            trimmed.getTrimBars().stream().filter(bar -> bar.getSide() == SideValue.BOTTOM).forEach(StatusTrim::arrange);
        }
    }

    private static void arrange(MTrimBar bar) {
        bar.getChildren().forEach(child -> child.getTags().remove(DRAGGABLE));
        // A window that is restored has it already.
        if (bar.getChildren().stream().noneMatch(child -> ID.equals(child.getElementId()))) {
            MToolControl line = MMenuFactory.INSTANCE.createToolControl();
            line.setElementId(ID);
            line.setContributionURI("bundleclass://org.resetscope.ui/" + StatusLine.class.getName());
            bar.getChildren().add(0, line);
        }
    }
}
