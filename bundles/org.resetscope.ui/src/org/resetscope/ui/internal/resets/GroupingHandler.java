package org.resetscope.ui.internal.resets;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;
import org.resetscope.ui.internal.preferences.Preferences;

/** View &gt; Group Resets. */
public final class GroupingHandler extends AbstractHandler implements IElementUpdater {

    private static final String PARAMETER = "org.resetscope.ui.grouping.id";

    @Override
    public Object execute(ExecutionEvent event) {
        Preferences.store().setValue(Preferences.GROUPING, event.getParameter(PARAMETER));
        HandlerUtil.getActiveWorkbenchWindow(event).getService(ICommandService.class).refreshElements(event.getCommand().getId(), null);
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(Preferences.store().getString(Preferences.GROUPING).equals(parameters.get(PARAMETER)));
    }
}
