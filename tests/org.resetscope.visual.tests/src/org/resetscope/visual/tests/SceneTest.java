package org.resetscope.visual.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.scene.Bounds;
import org.resetscope.core.scene.Font;
import org.resetscope.core.scene.Palette;
import org.resetscope.core.scene.Point;
import org.resetscope.core.scene.Region;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.scene.Shape.Dash;
import org.resetscope.core.scene.TextMetrics;

/** The scene, its text metrics and its palettes. */
class SceneTest {

    private static final Font FONT = Font.plain(10);

    @Test
    void theTopmostRegionIsHit() {
        FrameRef frame = new FrameRef("c1", 7);
        Scene scene = new SceneBuilder().region(new Bounds(0, 0, 100, 100), null, null, "below")
                .region(new Bounds(10, 10, 10, 10), frame, "r1", "above").build("t", "", 100, 100);
        assertEquals("above", scene.at(15, 15).orElseThrow().text());
        assertEquals("below", scene.at(20, 15).orElseThrow().text());
        assertTrue(scene.at(100, 50).isEmpty());
        assertEquals(List.of(false, true), scene.regions().stream().map(Region::selectable).toList());
        assertEquals(List.of("t", "below", "above"), scene.words());
    }

    @Test
    void aHeadPointsWhereTheLineGoes() {
        Shape.Line line = new Shape.Line(List.of(new Point(0, 0), new Point(50, 0)), Role.PACKET, 1, Dash.SOLID, 10);
        assertEquals(List.of(new Point(50, 0), new Point(40, -4.2), new Point(40, 4.2)), line.head());
        assertEquals(new Point(40, 0), line.shaft().get(1));
        assertTrue(new Shape.Line(List.of(new Point(5, 5), new Point(5, 5)), Role.PACKET, 1, Dash.SOLID, 10).head().isEmpty());
    }

    @Test
    void sizesAreBounded() {
        SceneBuilder builder = new SceneBuilder();
        assertThrows(IllegalArgumentException.class, () -> builder.build("", "", 1e9, 10));
        assertThrows(IllegalArgumentException.class, () -> builder.line(0, 0, Double.NaN, 1, Role.AXIS, 1));
        assertThrows(IllegalArgumentException.class, () -> Font.plain(1e6));
        assertEquals(1000, new Shape.Text(new Point(0, 0), "x".repeat(100_000), Anchor.START, FONT, Role.TEXT).text().length());
        for (int i = 0; i <= Scene.MOST; i++) {
            builder.line(0, 0, 1, 1, Role.AXIS, 1);
        }
        assertThrows(IllegalArgumentException.class, () -> builder.build("", "", 10, 10));
    }

    @Test
    void textIsCutAndBrokenToFit() {
        String fitted = TextMetrics.fit("a rather long line of text", 60, FONT);
        assertTrue(fitted.endsWith("\u2026") && TextMetrics.width(fitted, FONT) <= 60, fitted);
        assertEquals("short", TextMetrics.fit("short", 60, FONT));
        List<String> lines = TextMetrics.wrap("a rather long line of text with anunbelievablylongwordinit at its end", 60, FONT, 9);
        assertTrue(lines.stream().allMatch(l -> TextMetrics.width(l, FONT) <= 60), lines.toString());
        assertEquals("aratherlonglineoftextwithanunbelievablylongwordinitatitsend", String.join("", lines).replace(" ", ""));
        assertEquals(2, TextMetrics.wrap("a rather long line of text with more", 60, FONT, 2).size());
        assertEquals(List.of(), TextMetrics.wrap("  ", 60, FONT, 3));
        assertTrue(TextMetrics.wrap("\ud83d\ude00\ud83d\ude00", 1, FONT, 5).size() <= 2, "narrower than a character");
    }

    /** WCAG 2, AA: 4.5 for text. */
    @Test
    void allTextCanBeReadInBothThemes() {
        Map<Role, List<Role>> grounds = Map.of(Role.TEXT, List.of(Role.BACKGROUND, Role.SURFACE, Role.RESET_GROUND, Role.TRIGGER_GROUND),
                Role.MUTED, List.of(Role.BACKGROUND, Role.SURFACE, Role.RESET_GROUND, Role.TRIGGER_GROUND), Role.DATA, List.of(Role.BACKGROUND),
                Role.GAP, List.of(Role.BACKGROUND, Role.SURFACE), Role.RESET, List.of(Role.BACKGROUND, Role.RESET_GROUND), Role.DEVICE,
                List.of(Role.RESET_GROUND, Role.BACKGROUND), Role.TRIGGER, List.of(Role.BACKGROUND, Role.TRIGGER_GROUND), Role.NOTE,
                List.of(Role.BACKGROUND, Role.TRIGGER_GROUND), Role.ON_RESET, List.of(Role.RESET), Role.ON_EVIDENCE, List.of(Role.EVIDENCE));
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            grounds.forEach((text, all) -> all.forEach(ground -> {
                double contrast = contrast(palette.rgb(text), palette.rgb(ground));
                assertTrue(contrast >= 4.5, text + " on " + ground + ": " + contrast);
            }));
        }
    }

    private static double contrast(int a, int b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int value) {
        double v = (value & 0xff) / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
