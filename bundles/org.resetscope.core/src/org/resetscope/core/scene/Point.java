package org.resetscope.core.scene;

/** A place in a scene: to the right, and down, from the upper left corner; in pixels at a zoom of 1. */
public record Point(double x, double y) {

    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("no place: " + x + ", " + y);
        }
    }
}
