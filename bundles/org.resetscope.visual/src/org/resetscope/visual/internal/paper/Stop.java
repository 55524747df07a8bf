package org.resetscope.visual.internal.paper;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.scene.Point;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.SceneBuilder;
import org.resetscope.core.scene.Shape;

/** The mark of a reset, told by its shape as well as by its colour: a stop sign with a cross. */
public final class Stop {

    private static final int CORNERS = 8;

    private Stop() {
    }

    public static void draw(SceneBuilder scene, double x, double y, double radius) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double angle = Math.PI / CORNERS + i * 2 * Math.PI / CORNERS;
            corners.add(new Point(x + radius * Math.cos(angle), y + radius * Math.sin(angle)));
        }
        scene.add(new Shape.Area(corners, Role.RESET));
        double half = radius * 0.42;
        scene.line(x - half, y - half, x + half, y + half, Role.ON_RESET, radius * 0.24);
        scene.line(x - half, y + half, x + half, y - half, Role.ON_RESET, radius * 0.24);
    }
}
