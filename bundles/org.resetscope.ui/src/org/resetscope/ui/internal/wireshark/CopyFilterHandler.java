package org.resetscope.ui.internal.wireshark;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.resetscope.ui.internal.widgets.Chosen;
import org.resetscope.ui.internal.widgets.Clip;
import org.resetscope.ui.internal.words.WiresharkFilter;
import org.resetscope.ui.session.OpenFrame;
import org.resetscope.ui.session.OpenReset;

/** Copies a display filter for Wireshark that shows the connections of the selected resets, or the selected packet. */
public final class CopyFilterHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ISelection selection = HandlerUtil.getCurrentSelection(event);
        List<OpenReset> resets = Chosen.resets(selection);
        OpenFrame frame = Chosen.frame(selection);
        if (!resets.isEmpty()) {
            Clip.put(WiresharkFilter.of(resets.stream().map(OpenReset::reset).toList()));
        } else if (frame != null) {
            Clip.put("frame.number == " + frame.frame().frame());
        }
        return null;
    }
}
