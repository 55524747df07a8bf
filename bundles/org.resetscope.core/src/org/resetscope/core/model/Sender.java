package org.resetscope.core.model;

import java.util.Locale;

/** Who built a packet, or who is at fault. */
public enum Sender {
    /** The host that opened the connection. */
    CLIENT,
    /** The host to which it was opened. */
    SERVER,
    /** Neither of both: a device on the path, or somebody beside it. */
    INTERMEDIARY,
    /** The evidence does not decide. */
    UNDETERMINED;

    /** Lower case, as in the report. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
