package org.resetscope.core.scene;

/**
 * How text is set; the renderer chooses the family, a sans-serif one.
 *
 * @param size height of the em in pixels
 */
public record Font(double size, boolean bold, boolean italic) {

    public Font {
        if (!(size >= 4 && size <= 200)) {
            throw new IllegalArgumentException("font size " + size);
        }
    }

    /** @param size in pixels, 4 to 200 */
    public static Font plain(double size) {
        return new Font(size, false, false);
    }

    /** @param size in pixels, 4 to 200 */
    public static Font bold(double size) {
        return new Font(size, true, false);
    }

    /** @param size in pixels, 4 to 200 */
    public static Font italic(double size) {
        return new Font(size, false, true);
    }
}
