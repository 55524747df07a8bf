package org.resetscope.ui.internal.widgets;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenFrame;
import org.resetscope.ui.session.OpenReset;

/** What a selection of any view stands for. Elements of other kinds may adapt to a reset, a capture or a packet. */
public final class Chosen {

    private Chosen() {
    }

    /** Those that are selected, and those of selected captures. */
    public static List<OpenReset> resets(ISelection selection) {
        Set<OpenReset> resets = new LinkedHashSet<>();
        for (Object element : elements(selection)) {
            OpenReset reset = Adapters.adapt(element, OpenReset.class);
            OpenCapture capture = reset == null ? Adapters.adapt(element, OpenCapture.class) : null;
            if (reset != null) {
                resets.add(reset);
            } else if (capture != null) {
                resets.addAll(capture.resets());
            }
        }
        return List.copyOf(resets);
    }

    /** The first packet that is selected, or that of the first reset; null for none. */
    public static OpenFrame frame(ISelection selection) {
        for (Object element : elements(selection)) {
            OpenFrame frame = Adapters.adapt(element, OpenFrame.class);
            if (frame != null) {
                return frame;
            }
        }
        List<OpenReset> resets = resets(selection);
        return resets.isEmpty() ? null : resets.get(0).frame();
    }

    private static List<?> elements(ISelection selection) {
        return selection instanceof IStructuredSelection structured ? structured.toList() : List.of();
    }
}
