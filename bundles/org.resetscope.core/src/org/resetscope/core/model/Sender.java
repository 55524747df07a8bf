package org.resetscope.core.model;

import java.util.Locale;

/** Who built a packet, or who is at fault. */
public enum Sender {
    CLIENT, SERVER, INTERMEDIARY, UNDETERMINED;

    /** Lower case, as in the report. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
