package org.resetscope.ui.internal.app;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.widgets.FileDrop;
import org.resetscope.ui.internal.cases.WindowTitle;
import org.resetscope.ui.internal.problems.ProblemsView;
import org.resetscope.ui.internal.status.StatusTrim;

/** A window of the workbench. */
final class ResetScopeWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;

    ResetScopeWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        Rectangle screen = Display.getDefault().getPrimaryMonitor().getClientArea();
        configurer.setInitialSize(new Point(Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height)));
        configurer.setTitle("ResetScope");
        configurer.setShowMenuBar(true);
        // What there is to do stands in the views; an empty bar would only take room.
        configurer.setShowCoolBar(false);
        configurer.setShowPerspectiveBar(false);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        PlatformUI.getPreferenceStore().setDefault(IWorkbenchPreferenceConstants.SHOW_PROGRESS_ON_STARTUP, false);
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        WindowTitle.keep(window.getShell());
        StatusTrim.arrange(window);
        HelpMenu.install(getWindowConfigurer().getActionBarConfigurer().getMenuManager());
        FileDrop.install(window.getShell(), CaptureOpener::open);
        if (window.getActivePage() != null) {
            try {
                // Its title tells how many there are, also while another view covers it.
                window.getActivePage().showView(ProblemsView.ID, null, IWorkbenchPage.VIEW_CREATE);
            } catch (PartInitException e) {
                ILog.of(ResetScopeWindowAdvisor.class).error("The view Problems could not be opened", e);
            }
        }
    }
}
