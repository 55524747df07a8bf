package org.resetscope.ui.internal.preferences;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** View &gt; Time. */
public final class TimeFormatHandler extends AbstractHandler implements IElementUpdater {

    private static final String PARAMETER = "org.resetscope.ui.timeFormat.id";

    @Override
    public Object execute(ExecutionEvent event) {
        Preferences.store().setValue(Preferences.TIME_FORMAT, event.getParameter(PARAMETER));
        HandlerUtil.getActiveWorkbenchWindow(event).getService(ICommandService.class).refreshElements(event.getCommand().getId(), null);
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(Preferences.timeFormat().id().equals(parameters.get(PARAMETER)));
    }
}
