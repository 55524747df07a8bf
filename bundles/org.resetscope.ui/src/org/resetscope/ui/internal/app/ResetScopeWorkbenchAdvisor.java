package org.resetscope.ui.internal.app;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.PlatformUI;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.cases.Case;
import org.resetscope.ui.internal.cases.Cases;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.internal.theme.Theme;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.Session;

/** The workbench as a whole: what it keeps between runs, and what it opens at start. */
final class ResetScopeWorkbenchAdvisor extends WorkbenchAdvisor {

    private final List<Path> files;
    private final Runnable started;

    /** @param started run when the window is there */
    ResetScopeWorkbenchAdvisor(List<Path> files, Runnable started) {
        this.files = files;
        this.started = started;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        Window.setDefaultImages(ProductIcons.all().stream().map(ImageDescriptor::createImage).toArray(Image[]::new));
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return ResetsPerspective.ID;
    }

    @Override
    public String getMainPreferencePageId() {
        return "org.resetscope.ui.preferences";
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ResetScopeWindowAdvisor(configurer);
    }

    @Override
    public void preStartup() {
        Theme.beforeStart();
    }

    @Override
    public void postStartup() {
        Theme.atStart();
        started.run();
        if (!files.isEmpty()) {
            CaptureOpener.open(files);
        } else if (Preferences.store().getBoolean(Preferences.REOPEN)) {
            CaptureOpener.openInputs(Session.lastOpen().list());
        }
    }

    @Override
    public boolean preShutdown() {
        if (!Cases.mayClose(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell())) {
            return false;
        }
        Session.lastOpen().set(Case.current().file() != null ? List.of(Input.of(Case.current().file()))
                : Session.captures().all().stream().map(OpenCapture::input).toList());
        Session.captures().all().forEach(Session.captures()::stop);
        return true;
    }
}
