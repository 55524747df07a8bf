package org.resetscope.ui.internal.widgets;

import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Finds the views of the active window. */
public final class OwnPart {

    private OwnPart() {
    }

    /** The view if it is open, else null. */
    public static <T extends IViewPart> T find(String id, Class<T> type) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        IViewPart view = page == null ? null : page.findView(id);
        return type.isInstance(view) ? type.cast(view) : null;
    }

    /** The view, opened and active. */
    public static <T extends IViewPart> T show(String id, Class<T> type) {
        try {
            return type.cast(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(id));
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }
}
