package org.resetscope.ui.internal.theme;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.event.EventHandler;

/** Tells controls that choose colours themselves when the theme is another one. */
public final class ThemeChange {

    private ThemeChange() {
    }

    /** @param changed run on the UI thread, after the theme has coloured the control, as long as there is the control */
    public static void listen(Control control, Runnable changed) {
        IEventBroker broker = PlatformUI.getWorkbench().getService(IEventBroker.class);
        EventHandler handler = event -> control.getDisplay().asyncExec(() -> {
            if (!control.isDisposed()) {
                changed.run();
            }
        });
        broker.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
        control.addDisposeListener(e -> broker.unsubscribe(handler));
    }
}
