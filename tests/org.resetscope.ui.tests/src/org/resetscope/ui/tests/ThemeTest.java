package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.resetscope.core.scene.Role;
import org.resetscope.ui.internal.captures.CaptureOpener;
import org.resetscope.ui.internal.theme.Palette;
import org.resetscope.ui.internal.theme.SystemLook;
import org.resetscope.ui.internal.theme.Theme;

/** The theme changes at once and everything stays legible. */
class ThemeTest {

    private static final String THEME = "org.resetscope.ui.theme";

    private final Bot bot = new Bot();

    @AfterEach
    void close() {
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        bot.closeAll();
    }

    @Test
    void darkAndBack() {
        bot.size(1400, 900);
        CaptureOpener.open(List.of(Samples.get("forged.pcap"), Samples.get("refused-twice.pcap")));
        bot.untilRead();
        assertLegible(Palette.LIGHT);
        bot.run(THEME, Map.of(THEME + ".id", "dark"));
        assertEquals(Theme.DARK, Theme.current());
        bot.settle(500);
        assertLegible(Palette.DARK);
        bot.screenshot("dark");
        bot.run(THEME, Map.of(THEME + ".id", "light"));
        bot.settle(500);
        assertLegible(Palette.LIGHT);
    }

    /** Lines need 3 : 1 against both grounds (WCAG 2, 1.4.11): each icon serves light and dark. */
    @Test
    void iconsStandOutOnBothGrounds() throws IOException {
        Pattern stroke = Pattern.compile("stroke=\"(#[0-9a-f]{6})\"");
        List<URL> icons = Collections.list(FrameworkUtil.getBundle(Palette.class).findEntries("icons", "*.svg", false));
        assertTrue(icons.size() > 40, icons::toString);
        for (URL icon : icons) {
            if (icon.getPath().contains("resetscope")) {
                continue; // has a ground of its own
            }
            Matcher line = stroke.matcher(new String(icon.openStream().readAllBytes(), StandardCharsets.UTF_8));
            while (line.find()) {
                Color color = new Color(Integer.parseInt(line.group(1).substring(1, 3), 16), Integer.parseInt(line.group(1).substring(3, 5), 16),
                        Integer.parseInt(line.group(1).substring(5), 16));
                for (Palette palette : Palette.values()) {
                    assertTrue(contrast(color, palette.ground()) >= 3, icon.getPath() + " " + line.group(1) + " on " + palette);
                }
            }
        }
    }

    /** Text needs 7 : 1 (WCAG 2, 1.4.6), and lines are no paler. */
    @Test
    void highContrastIsHigh() {
        for (boolean dark : new boolean[] {false, true}) {
            Palette palette = new SystemLook(dark, true).palette(dark ? new RGB(0, 0, 0) : new RGB(255, 255, 255));
            assertEquals(dark ? Palette.HIGH_CONTRAST_DARK : Palette.HIGH_CONTRAST_LIGHT, palette);
            for (Color color : List.of(palette.text(), palette.muted(), palette.link(), palette.pro(), palette.contra(), palette.line(), palette.error())) {
                assertTrue(contrast(color, palette.ground()) >= 7, color + " of " + palette);
            }
            assertTrue(contrast(palette.text(), palette.marked()) >= 7, "marked text of " + palette);
            assertTrue(contrast(palette.link(), palette.marked()) >= 4.5, "marked link of " + palette);
            for (Role role : Role.values()) {
                Role ground = switch (role) {
                    case BACKGROUND, SURFACE, RESET_GROUND, TRIGGER_GROUND -> null;
                    case ON_RESET -> Role.RESET;
                    case ON_EVIDENCE -> Role.EVIDENCE;
                    default -> Role.BACKGROUND;
                };
                if (ground != null) {
                    for (Role on : ground == Role.BACKGROUND ? List.of(ground, Role.SURFACE, Role.RESET_GROUND, Role.TRIGGER_GROUND) : List.of(ground)) {
                        assertTrue(contrast(colour(palette, role), on == Role.BACKGROUND ? palette.ground() : colour(palette, on)) >= 7,
                                role + " on " + on + " of " + palette);
                    }
                }
            }
        }
    }

    private static Color colour(Palette palette, Role role) {
        int rgb = palette.scene().rgb(role);
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    @Test
    void withoutHighContrastTheBackgroundAloneDecides() {
        for (boolean system : new boolean[] {false, true}) {
            assertEquals(Palette.LIGHT, new SystemLook(system, false).palette(new RGB(255, 255, 255)));
            assertEquals(Palette.DARK, new SystemLook(system, false).palette(new RGB(0x2b, 0x2d, 0x30)));
        }
    }

    private void assertLegible(Palette expected) {
        for (Control control : List.of(bot.explanation(), bot.resets(), bot.bytes())) {
            Palette palette = Palette.of(control);
            assertEquals(expected, palette, control.toString());
            for (Color color : List.of(control.getForeground(), palette.muted(), palette.link(), palette.error())) {
                assertTrue(contrast(color, control.getBackground()) >= 4.5, color + " on " + control.getBackground());
            }
            assertTrue(contrast(control.getForeground(), palette.marked()) >= 4.5, "marked in " + control);
        }
        // The text is coloured anew when it is painted next.
        bot.until("every word of the explanation is legible", () -> Arrays.stream(bot.explanation().getStyleRanges()).allMatch(
                range -> range.foreground == null || contrast(range.foreground, bot.explanation().getBackground()) >= 4.5));
    }

    /** As WCAG 2 defines it. */
    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
