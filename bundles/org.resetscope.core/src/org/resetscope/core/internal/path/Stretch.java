package org.resetscope.core.internal.path;

import org.resetscope.core.model.PathDevice;

/**
 * A part of the path, in which whatever made a reset stands: places are counted in the capture points that lie between the client and them.
 *
 * @param from the first place
 * @param to the last one
 */
public record Stretch(int from, int to) {

    /** The whole path: nothing is known. */
    public static final Stretch ANYWHERE = new Stretch(0, Integer.MAX_VALUE);
    /** Of a capture that the path does not pass. */
    public static final Stretch NOWHERE = new Stretch(1, 0);

    /** Between two points, by their places in the order of points from the client on. */
    public static Stretch between(int one, int other) {
        return new Stretch(Math.min(one, other) + 1, Math.max(one, other));
    }

    /**
     * From the host that a packet names as its sender to the first point that saw it.
     *
     * @param seen by its place in the order of points from the client on
     * @param points how many there are
     */
    public static Stretch before(boolean fromClient, int seen, int points) {
        return fromClient ? new Stretch(0, seen) : new Stretch(seen + 1, points);
    }

    /** Whether a device may stand there; one of which nobody knows where it stands (null) may. */
    public boolean has(PathDevice device) {
        return device == null || from <= device.after() && device.after() <= to;
    }
}
