package org.resetscope.core.device;

import java.util.Locale;

/** How well a fact about a device is founded, by its author. */
public enum Confidence {
    /** From the maker's own documents or code. */
    HIGH,
    /** From elsewhere, or for some versions only. */
    MEDIUM,
    /** From recollection; shown as unverified. */
    LOW;

    /** As written in profile files and reports: high, medium, low. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
