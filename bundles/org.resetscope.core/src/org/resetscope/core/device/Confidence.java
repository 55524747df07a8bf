package org.resetscope.core.device;

import java.util.Locale;

/** How well a fact about a device is founded, by its author. */
public enum Confidence {
    HIGH, MEDIUM, LOW;

    /** As written in profile files and reports: high, medium, low. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
