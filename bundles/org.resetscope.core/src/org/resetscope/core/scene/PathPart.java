package org.resetscope.core.scene;

/**
 * What a region of a drawing of the path stands for, so that an editor can change it.
 *
 * @param index of a capture point on the path, or of a device in {@link org.resetscope.core.Analysis#devices()}; of a stretch and of a
 *        device that nobody has named yet, how many capture points lie between the client and it
 */
public record PathPart(Kind kind, int index) {

    /** What a region shows. */
    public enum Kind {
        /** A capture point. */
        POINT,
        /** A device that was named. */
        DEVICE,
        /** A device that must be there, but that nobody has named yet. */
        UNNAMED_DEVICE,
        /** The way between two of them. */
        STRETCH
    }
}
