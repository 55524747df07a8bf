package org.resetscope.ui.internal.theme;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** The look of the workbench; a change shows at once. */
public enum Theme {

    SYSTEM("system", null), LIGHT("light", "org.eclipse.e4.ui.css.theme.e4_default"), DARK("dark", "org.eclipse.e4.ui.css.theme.e4_dark");

    /** Where the theme engine keeps the user's choice; without one it follows the system. */
    private static final String NODE = "org.eclipse.e4.ui.css.swt.theme";
    private static final String KEY = "themeid";

    private final String id;
    private final String css;

    Theme(String id, String css) {
        this.id = id;
        this.css = css;
    }

    public static Theme of(String id) {
        for (Theme theme : values()) {
            if (theme.id.equals(id)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    public static Theme current() {
        String chosen = InstanceScope.INSTANCE.getNode(NODE).get(KEY, null);
        if (chosen == null) {
            return SYSTEM;
        }
        return chosen.startsWith(DARK.css) ? DARK : LIGHT;
    }

    /** As commands name it. */
    public String id() {
        return id;
    }

    /** In high contrast the workbench would have bytes and rules in letters of unequal width. To be called before anything takes a font. */
    public static void beforeStart() {
        if (SystemLook.current().highContrast()) {
            PlatformUI.getWorkbench().getThemeManager().setCurrentTheme(IThemeManager.DEFAULT_THEME);
        }
    }

    /** Where the system has high contrast, of which the engine knows nothing. */
    public static void atStart() {
        if (!SystemLook.current().highContrast()) {
            return;
        }
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        engine.registerStylesheet("platform:/plugin/org.resetscope.ui/css/light-high-contrast.css", LIGHT.css);
        engine.registerStylesheet("platform:/plugin/org.resetscope.ui/css/dark-high-contrast.css", DARK.css);
        boolean dark = current() == SYSTEM ? SystemLook.current().dark() : current() == DARK;
        engine.setTheme(dark ? LIGHT.css : DARK.css, false); // one that is set already would be left as it is
        engine.setTheme(dark ? DARK.css : LIGHT.css, false);
    }

    public void apply() {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        if (this == SYSTEM) {
            engine.setTheme(SystemLook.current().dark() ? DARK.css : LIGHT.css, false);
            InstanceScope.INSTANCE.getNode(NODE).remove(KEY);
        } else {
            engine.setTheme(css, true);
        }
    }
}
