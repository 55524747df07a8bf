package org.resetscope.visual.internal.paper;

import java.util.List;

import org.resetscope.core.scene.Font;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.scene.TextMetrics;

/** A sheet of paper with margins, written on from top to bottom. */
public final class Sheet {

    public static final double MARGIN = 20;

    private final SceneBuilder scene;
    private final double width;
    private double y = 34;

    public Sheet(SceneBuilder scene, double width) {
        this.scene = scene;
        this.width = width;
    }

    public SceneBuilder scene() {
        return scene;
    }

    public double width() {
        return width;
    }

    public double right() {
        return width - MARGIN;
    }

    /** Where the next line goes. */
    public double y() {
        return y;
    }

    public void y(double at) {
        y = at;
    }

    /** @param right stands in the upper right corner where there is room */
    public void title(String title, String right) {
        String fitted = TextMetrics.fit(title, width - 2 * MARGIN, Ink.TITLE);
        scene.text(MARGIN, y, fitted, Anchor.START, Ink.TITLE, Role.TEXT);
        double room = width - 2 * MARGIN - TextMetrics.width(fitted, Ink.TITLE) - 24;
        if (room > 40 && !right.isEmpty()) {
            scene.text(width - MARGIN, y, TextMetrics.fit(right, room, Ink.SMALL), Anchor.END, Ink.SMALL, Role.MUTED);
        }
        y += 24;
    }

    /** A paragraph over the whole width. */
    public void paragraph(String text, Font font, Role role, int lines) {
        for (String line : TextMetrics.wrap(text, width - 2 * MARGIN, font, lines)) {
            scene.text(MARGIN, y, line, Anchor.START, font, role);
            y += font.size() + 5;
        }
    }

    /** @return the lines, below each other from a base line on */
    public static List<String> lines(SceneBuilder scene, String text, double x, double base, double width, Font font, Role role, int most) {
        List<String> lines = TextMetrics.wrap(text, width, font, most);
        for (int i = 0; i < lines.size(); i++) {
            scene.text(x, base + i * (font.size() + 4), lines.get(i), Anchor.START, font, role);
        }
        return lines;
    }
}
