package org.resetscope.core.scene;

/**
 * What a region of a drawing of the path stands for, so that an editor can change it.
 *
 * @param index of a capture point on the path, or of a device in {@link org.resetscope.core.Analysis#devices()}; of a stretch and of a
 *        device that nobody has named yet, how many capture points lie between the client and it
 */
public record PathPart(Kind kind, int index) {

    public enum Kind {
        POINT, DEVICE, UNNAMED_DEVICE, STRETCH
    }
}
