package org.resetscope.ui.internal.resets;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.internal.widgets.Chosen;
import org.resetscope.ui.internal.widgets.OwnPart;
import org.resetscope.ui.session.OpenReset;

/** Filters by the sender, the cause or a host of the selected reset. */
public final class FilterByHandler extends AbstractHandler {

    private static final String PARAMETER = "org.resetscope.ui.filterBy.key";

    @Override
    public Object execute(ExecutionEvent event) {
        ResetsView view = OwnPart.find(ResetsView.ID, ResetsView.class);
        List<OpenReset> chosen = Chosen.resets(HandlerUtil.getCurrentSelection(event));
        if (view != null && !chosen.isEmpty()) {
            Reset reset = chosen.get(0).reset();
            view.filterBy(switch (event.getParameter(PARAMETER)) {
                case "sender" -> "sender=" + reset.verdict().sender().id();
                case "cause" -> "cause=" + reset.verdict().cause();
                case "client" -> "address=" + reset.flow().client().address();
                default -> "address=" + reset.flow().server().address();
            });
        }
        return null;
    }
}
