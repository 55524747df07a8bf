package org.resetscope.ui.internal.resets;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.internal.widgets.OwnPart;

/** Filters by the sender, the cause or a host of the selected reset. */
public final class FilterByHandler extends AbstractHandler {

    private static final String PARAMETER = "org.resetscope.ui.filterBy.key";

    @Override
    public Object execute(ExecutionEvent event) {
        ResetsView view = OwnPart.find(ResetsView.ID, ResetsView.class);
        if (view != null && !view.selected().isEmpty()) {
            Reset reset = view.selected().get(0).reset();
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
