package org.resetscope.ui.internal.theme;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * Colours of what the workbench draws itself, fitting the background that the theme gave to a control. Every pair of text and
 * background has a contrast of 4.5 : 1 or more.
 */
public enum Palette {

    LIGHT(new RGB(0xff, 0xff, 0xff), new RGB(0x1c, 0x1e, 0x21), new RGB(0x5c, 0x63, 0x6b), new RGB(0x0b, 0x5c, 0xad),
            new RGB(0x2f, 0x74, 0xc0), new RGB(0xc0, 0x62, 0x0c),
            new RGB(0xd0, 0xd5, 0xda), new RGB(0xff, 0xe3, 0x9c), new RGB(0xb3, 0x26, 0x1e)),
    DARK(new RGB(0x2b, 0x2d, 0x30), new RGB(0xd8, 0xda, 0xdd), new RGB(0xa8, 0xb0, 0xb8), new RGB(0x7c, 0xb8, 0xf5),
            new RGB(0x5c, 0x9c, 0xe6), new RGB(0xf0, 0xa0, 0x4b),
            new RGB(0x5a, 0x5f, 0x64), new RGB(0x6b, 0x55, 0x12), new RGB(0xff, 0x8a, 0x80));

    private final RGB ground;
    private final RGB text;
    private final RGB muted;
    private final RGB link;
    private final RGB pro;
    private final RGB contra;
    private final RGB line;
    private final RGB marked;
    private final RGB error;

    Palette(RGB ground, RGB text, RGB muted, RGB link, RGB pro, RGB contra, RGB line, RGB marked, RGB error) {
        this.ground = ground;
        this.text = text;
        this.muted = muted;
        this.link = link;
        this.pro = pro;
        this.contra = contra;
        this.line = line;
        this.marked = marked;
        this.error = error;
    }

    public static Palette of(Control control) {
        return dark(control.getBackground()) ? DARK : LIGHT;
    }

    private static boolean dark(Color background) {
        return background.getRed() * 299 + background.getGreen() * 587 + background.getBlue() * 114 < 128_000;
    }

    /** What {@link Content} has as its background, for controls that the theme leaves alone. */
    public Color ground() {
        return color(ground);
    }

    /** Text on the {@link #ground()}. */
    public Color text() {
        return color(text);
    }

    /** Secondary text. */
    public Color muted() {
        return color(muted);
    }

    public Color link() {
        return color(link);
    }

    /** What speaks for. */
    public Color pro() {
        return color(pro);
    }

    /** What speaks against. */
    public Color contra() {
        return color(contra);
    }

    /** Axes and frames. */
    public Color line() {
        return color(line);
    }

    /** Background of what is chosen within a text. */
    public Color marked() {
        return color(marked);
    }

    public Color error() {
        return color(error);
    }

    private Color color(RGB rgb) {
        String key = "org.resetscope.ui.palette." + rgb;
        if (!JFaceResources.getColorRegistry().hasValueFor(key)) {
            JFaceResources.getColorRegistry().put(key, rgb);
        }
        return JFaceResources.getColorRegistry().get(key);
    }
}
