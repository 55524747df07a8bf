package org.resetscope.ui.internal.theme;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** View &gt; Theme. */
public final class ThemeHandler extends AbstractHandler implements IElementUpdater {

    private static final int MENU_DELAY_MILLIS = 200;
    private static final String PARAMETER = "org.resetscope.ui.theme.id";

    @Override
    public Object execute(ExecutionEvent event) {
        Theme.of(event.getParameter(PARAMETER)).apply();
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Shell shell = window.getShell();
        shell.getDisplay().timerExec(MENU_DELAY_MILLIS, () -> renewMenuBar(shell));
        window.getService(ICommandService.class).refreshElements(event.getCommand().getId(), null);
        return null;
    }

    /** GTK paints the bar anew only when it is attached; only after its own change of the theme, which comes later. */
    private static void renewMenuBar(Shell shell) {
        Menu bar = shell.isDisposed() ? null : shell.getMenuBar();
        if (bar != null) {
            shell.setMenuBar(null);
            shell.setMenuBar(bar);
        }
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(Theme.of((String) parameters.get(PARAMETER)) == Theme.current());
    }
}
