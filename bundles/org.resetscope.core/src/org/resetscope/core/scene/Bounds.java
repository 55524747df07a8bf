package org.resetscope.core.scene;

/** A rectangle with sides along the axes. */
public record Bounds(double x, double y, double width, double height) {

    public Bounds {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !(width >= 0) || !(height >= 0) || !Double.isFinite(width + height)) {
            throw new IllegalArgumentException("no rectangle: " + x + ", " + y + ", " + width + ", " + height);
        }
    }

    /** Where it ends; the first that does not belong to it. */
    public double right() {
        return x + width;
    }

    /** Where it ends below; the first that does not belong to it. */
    public double bottom() {
        return y + height;
    }

    /** Whether a point is within; left and upper side belong to it, right and lower do not. */
    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /** Whether all of another rectangle is within; the same one is. */
    public boolean contains(Bounds other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    /** Whether they share an area; touching does not count. */
    public boolean overlaps(Bounds other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
