package org.resetscope.core.scene;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.model.FrameRef;
import org.resetscope.core.scene.Shape.Anchor;
import org.resetscope.core.scene.Shape.Dash;

/** Puts a {@link Scene} together, from the back to the front. */
public final class SceneBuilder {

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private TimeAxis time;

    /** Adds in front of all that is there. */
    public SceneBuilder add(Shape shape) {
        shapes.add(shape);
        return this;
    }

    /** A solid line. */
    public SceneBuilder line(double x1, double y1, double x2, double y2, Role role, double width) {
        return line(x1, y1, x2, y2, role, width, Dash.SOLID, 0);
    }

    /** @param arrow length of the arrow head at the second point; 0 for none */
    public SceneBuilder line(double x1, double y1, double x2, double y2, Role role, double width, Dash dash, double arrow) {
        return add(new Shape.Line(List.of(new Point(x1, y1), new Point(x2, y2)), role, width, dash, arrow));
    }

    /** A filled rectangle. */
    public SceneBuilder fill(Bounds bounds, double radius, Role fill) {
        return add(new Shape.Box(bounds, radius, fill, null, 0, Dash.SOLID));
    }

    /**
     * A rectangle with an outline.
     *
     * @param radius of its corners
     * @param fill null: not filled
     * @param line null: no outline
     */
    public SceneBuilder box(Bounds bounds, double radius, Role fill, Role line, double width, Dash dash) {
        return add(new Shape.Box(bounds, radius, fill, line, width, dash));
    }

    /**
     * @param x of the anchor
     * @param y of the baseline
     */
    public SceneBuilder text(double x, double y, String text, Anchor anchor, Font font, Role role) {
        return add(new Shape.Text(new Point(x, y), text, anchor, font, role));
    }

    /** @param frame and {@code reset} as in {@link Region}, or null */
    public SceneBuilder region(Bounds bounds, FrameRef frame, String reset, String text) {
        regions.add(new Region(bounds, frame, reset, text));
        return this;
    }

    /** Many resets at once. */
    public SceneBuilder region(Bounds bounds, String filter, String text) {
        regions.add(new Region(bounds, null, null, filter, text));
        return this;
    }

    /** A part of the path. @param reset as in {@link Region}, or null */
    public SceneBuilder part(Bounds bounds, PathPart part, String reset, String text) {
        regions.add(new Region(bounds, null, reset, null, text, part));
        return this;
    }

    /** As in {@link Scene#time()}. */
    public SceneBuilder time(TimeAxis axis) {
        time = axis;
        return this;
    }

    /**
     * The scene of all that was added.
     *
     * @param title one line
     * @param description what a reader who cannot see it should know; may be empty
     */
    public Scene build(String title, String description, double width, double height) {
        return new Scene(title, description, width, height, shapes, regions, time);
    }
}
