package org.resetscope.core.scene;

import org.resetscope.core.internal.report.Plain;
import org.resetscope.core.model.FrameRef;

/**
 * A part of a scene that means something: shown as a tooltip, read by a screen reader, chosen by a click.
 *
 * @param frame the packet that it stands for, or null
 * @param reset id of the reset that it stands for, or null
 * @param filter of the resets that it counts, as {@link org.resetscope.core.filter.Filter} reads it, or null
 * @param text what it says, complete without the picture
 * @param part of the path that it shows, or null
 */
public record Region(Bounds bounds, FrameRef frame, String reset, String filter, String text, PathPart part) {

    private static final int LONGEST = 2000;

    public Region {
        text = Plain.text(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** Of no part of the path. */
    public Region(Bounds bounds, FrameRef frame, String reset, String filter, String text) {
        this(bounds, frame, reset, filter, text, null);
    }

    /** Of one packet or reset, or of none. */
    public Region(Bounds bounds, FrameRef frame, String reset, String text) {
        this(bounds, frame, reset, null, text);
    }

    /** Whether a click on it selects something. */
    public boolean selectable() {
        return frame != null || reset != null || filter != null;
    }
}
