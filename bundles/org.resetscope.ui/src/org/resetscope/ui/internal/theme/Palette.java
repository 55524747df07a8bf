package org.resetscope.ui.internal.theme;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * Colours of what the workbench draws itself, fitting the background that the theme gave to a control. Every pair of text and
 * background has a contrast of 4.5 : 1 or more; in high contrast, of 7 : 1.
 */
public enum Palette {

    LIGHT(org.resetscope.core.scene.Palette.LIGHT, new RGB(0xff, 0xff, 0xff), new RGB(0x1c, 0x1e, 0x21), new RGB(0x5c, 0x63, 0x6b), new RGB(0x0b, 0x5c, 0xad),
            new RGB(0x2f, 0x74, 0xc0), new RGB(0xc0, 0x62, 0x0c),
            new RGB(0xd0, 0xd5, 0xda), new RGB(0xff, 0xe3, 0x9c), new RGB(0xb3, 0x26, 0x1e)),
    DARK(org.resetscope.core.scene.Palette.DARK, new RGB(0x2b, 0x2d, 0x30), new RGB(0xd8, 0xda, 0xdd), new RGB(0xa8, 0xb0, 0xb8), new RGB(0x7c, 0xb8, 0xf5),
            new RGB(0x5c, 0x9c, 0xe6), new RGB(0xf0, 0xa0, 0x4b),
            new RGB(0x5a, 0x5f, 0x64), new RGB(0x6b, 0x55, 0x12), new RGB(0xff, 0x8a, 0x80)),
    HIGH_CONTRAST_LIGHT(ScenePalettes.HIGH_CONTRAST_LIGHT, new RGB(0xff, 0xff, 0xff), new RGB(0, 0, 0), new RGB(0x30, 0x30, 0x30),
            new RGB(0x00, 0x3f, 0x9e), new RGB(0x00, 0x3f, 0x9e), new RGB(0x7a, 0x33, 0x00),
            new RGB(0, 0, 0), new RGB(0xff, 0xe3, 0x5c), new RGB(0x9c, 0x00, 0x10)),
    HIGH_CONTRAST_DARK(ScenePalettes.HIGH_CONTRAST_DARK, new RGB(0, 0, 0), new RGB(0xff, 0xff, 0xff), new RGB(0xe0, 0xe0, 0xe0),
            new RGB(0x8c, 0xc4, 0xff), new RGB(0x8c, 0xc4, 0xff), new RGB(0xff, 0xb8, 0x78),
            new RGB(0xff, 0xff, 0xff), new RGB(0x4d, 0x3d, 0x00), new RGB(0xff, 0x9a, 0x9e));

    private final org.resetscope.core.scene.Palette scene;
    private final RGB ground;
    private final RGB text;
    private final RGB muted;
    private final RGB link;
    private final RGB pro;
    private final RGB contra;
    private final RGB line;
    private final RGB marked;
    private final RGB error;

    Palette(org.resetscope.core.scene.Palette scene, RGB ground, RGB text, RGB muted, RGB link, RGB pro, RGB contra, RGB line, RGB marked, RGB error) {
        this.scene = scene;
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
        return SystemLook.current().palette(control.getBackground().getRGB());
    }

    static boolean dark(RGB background) {
        return background.red * 299 + background.green * 587 + background.blue * 114 < 128_000;
    }

    /** Of diagrams. */
    public org.resetscope.core.scene.Palette scene() {
        return scene;
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
