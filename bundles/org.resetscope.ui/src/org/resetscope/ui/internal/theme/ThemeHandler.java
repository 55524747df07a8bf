package org.resetscope.ui.internal.theme;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** View &gt; Theme. */
public final class ThemeHandler extends AbstractHandler implements IElementUpdater {

    private static final String PARAMETER = "org.resetscope.ui.theme.id";

    @Override
    public Object execute(ExecutionEvent event) {
        Theme.of(event.getParameter(PARAMETER)).apply();
        HandlerUtil.getActiveWorkbenchWindow(event).getService(ICommandService.class).refreshElements(event.getCommand().getId(), null);
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(Theme.of((String) parameters.get(PARAMETER)) == Theme.current());
    }
}
