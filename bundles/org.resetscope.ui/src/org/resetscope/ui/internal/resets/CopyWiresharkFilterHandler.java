package org.resetscope.ui.internal.resets;

import java.util.List;
import java.util.Objects;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.internal.widgets.Clip;
import org.resetscope.ui.internal.words.WiresharkFilter;
import org.resetscope.ui.session.OpenReset;

/** Copies a display filter for Wireshark that shows the connections of the selected resets. */
public final class CopyWiresharkFilterHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            List<Reset> resets = ((List<?>) selection.toList()).stream().map(e -> e instanceof OpenReset r ? r.reset() : null)
                    .filter(Objects::nonNull).toList();
            Clip.put(WiresharkFilter.of(resets));
        }
        return null;
    }
}
