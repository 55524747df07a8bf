package org.resetscope.console.ui.internal;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** Colours of text in the console and in scripts, readable on the light and the dark ground that the theme gives (contrast 4.5 : 1 or more). */
public enum Ink {

    /** As the theme says. */
    PLAIN(null, null),
    /** What the user typed. */
    TYPED(new RGB(0x0b, 0x5c, 0xad), new RGB(0x7c, 0xb8, 0xf5)),
    /** Texts in quotation marks. */
    TEXT(new RGB(0x2e, 0x6b, 0x34), new RGB(0x9c, 0xcc, 0x8f)),
    /** Titles of tables. */
    TITLE(null, null),
    /** Rules, and what was left out. */
    MUTED(new RGB(0x5c, 0x63, 0x6b), new RGB(0xa8, 0xb0, 0xb8)),
    ERROR(new RGB(0xb3, 0x26, 0x1e), new RGB(0xff, 0x8a, 0x80));

    private final RGB onLight;
    private final RGB onDark;

    Ink(RGB onLight, RGB onDark) {
        this.onLight = onLight;
        this.onDark = onDark;
    }

    /** Null for the control's own. */
    public Color on(Control control) {
        Color ground = control.getBackground();
        boolean dark = ground.getRed() * 299 + ground.getGreen() * 587 + ground.getBlue() * 114 < 128_000;
        RGB rgb = dark ? onDark : onLight;
        if (rgb == null) {
            return null;
        }
        String key = "org.resetscope.console.ui." + rgb;
        if (!JFaceResources.getColorRegistry().hasValueFor(key)) {
            JFaceResources.getColorRegistry().put(key, rgb);
        }
        return JFaceResources.getColorRegistry().get(key);
    }
}
