package org.resetscope.core;

/**
 * An input of an analysis.
 *
 * @param file a path, or "-" for standard input
 * @param point name of the capture point (client, server or any other), or null where the capture stands alone
 */
public record CaptureFile(String file, String point) {

    /** One that stands alone. */
    public static CaptureFile of(String file) {
        return new CaptureFile(file, null);
    }
}
