package org.resetscope.ui.internal.theme;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/**
 * Tells a control that chooses colours itself when its background calls for others. Looked at when it is painted: the events of the
 * theme engine come before it has coloured the control, and say nothing when a control is coloured for the first time.
 */
public final class PaletteChange {

    private Palette last;

    private PaletteChange(Palette last) {
        this.last = last;
    }

    /**
     * @param changed run on the UI thread
     * @return to be told what was coloured meanwhile
     */
    public static PaletteChange listen(Control control, Runnable changed) {
        PaletteChange state = new PaletteChange(Palette.of(control));
        control.addListener(SWT.Paint, event -> {
            Palette now = Palette.of(control);
            if (now != state.last) {
                state.last = now;
                control.getDisplay().asyncExec(() -> {
                    if (!control.isDisposed()) {
                        changed.run();
                    }
                });
            }
        });
        return state;
    }

    /** The control was coloured with this, maybe before it had the background that it is going to be painted with. */
    public void coloured(Palette with) {
        last = with;
    }
}
