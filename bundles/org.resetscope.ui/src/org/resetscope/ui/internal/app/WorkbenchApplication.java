package org.resetscope.ui.internal.app;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.internal.theme.SystemLook;

/** Opens the workbench, on the captures that the command line names. */
public final class WorkbenchApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        List<Path> files = CommandLine.files((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        Preferences.takeAll();
        Display.setAppName("ResetScope");
        Display display = PlatformUI.createDisplay();
        SystemLook.read(display);
        Splash splash = new Splash(display);
        try {
            int code = PlatformUI.createAndRunWorkbench(display, new ResetScopeWorkbenchAdvisor(files, splash::close));
            return code == PlatformUI.RETURN_RESTART ? IApplication.EXIT_RESTART : IApplication.EXIT_OK;
        } finally {
            splash.close();
            display.dispose();
        }
    }

    @Override
    public void stop() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().asyncExec(workbench::close);
    }
}
