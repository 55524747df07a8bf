package org.resetscope.ui.internal.profiles;

import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.resetscope.core.device.DeviceProfiles;

/** What the installed plug-ins know of devices, read in the background. */
final class InstalledProfiles {

    static final String NONE = "No router profiles are installed. They come with plug-ins, such as org.resetscope.routers.";

    private InstalledProfiles() {
    }

    /** On any thread. @param reader takes them on the user interface thread */
    static void read(Display display, Consumer<DeviceProfiles> reader) {
        Job.createSystem("Reading router profiles", (ICoreRunnable) monitor -> {
            DeviceProfiles all = DeviceProfiles.read();
            if (!display.isDisposed()) {
                display.asyncExec(() -> reader.accept(all));
            }
        }).schedule();
    }
}
