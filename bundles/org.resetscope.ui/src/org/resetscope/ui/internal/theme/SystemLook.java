package org.resetscope.ui.internal.theme;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;

/**
 * How the system looks without this program.
 *
 * @param highContrast the user asks the system for more contrast than usual
 */
public record SystemLook(boolean dark, boolean highContrast) {

    private static SystemLook atStart;

    /** Has to come before anything is themed: afterwards GTK tells of our theme. */
    public static void read(Display display) {
        // the variable overrides the name that SWT asks for
        String variable = System.getenv("GTK_THEME");
        boolean highContrast = display.getHighContrast() || variable != null && variable.startsWith("HighContrast");
        // SWT takes a theme of high contrast for light, whatever its ground
        boolean dark = Display.isSystemDarkTheme() || highContrast && Palette.dark(display.getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB());
        atStart = new SystemLook(dark, highContrast);
    }

    /** As it was when the program started. */
    public static SystemLook current() {
        if (atStart == null) {
            read(Display.getDefault());
        }
        return atStart;
    }

    /** What fits a background. */
    public Palette palette(RGB background) {
        if (Palette.dark(background)) {
            return highContrast ? Palette.HIGH_CONTRAST_DARK : Palette.DARK;
        }
        return highContrast ? Palette.HIGH_CONTRAST_LIGHT : Palette.LIGHT;
    }
}
