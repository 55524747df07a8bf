package org.resetscope.ui.internal.widgets;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Runs an update on the UI thread, once for any number of requests that come before it ran. */
public final class UiUpdate {

    private final Control control;
    private final Display display;
    private final Runnable update;
    private final AtomicBoolean pending = new AtomicBoolean();

    /** @param control without which there is nothing to update */
    public UiUpdate(Control control, Runnable update) {
        this.control = control;
        this.display = control.getDisplay();
        this.update = update;
    }

    /** On any thread. */
    public void request() {
        if (pending.compareAndSet(false, true) && !display.isDisposed()) {
            display.asyncExec(() -> {
                pending.set(false);
                if (!control.isDisposed()) {
                    update.run();
                }
            });
        }
    }
}
