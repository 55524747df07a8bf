package org.resetscope.ui.internal.theme;

import org.eclipse.swt.widgets.Control;

/** What a view shows, as against its frame: set on the same ground in every view. */
public final class Content {

    /** Where the styling engine looks for the id that {@code css/*.css} name. */
    private static final String ID_KEY = "org.eclipse.e4.ui.css.id";

    private Content() {
    }

    public static void mark(Control control) {
        control.setData(ID_KEY, "resetscope-content");
    }
}
