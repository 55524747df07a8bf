package org.resetscope.firewall.internal.trace;

/** How a segment fits the connection it belongs to. */
enum Fit {
    IN_ORDER,
    /** Its sequence number is far beyond the window. */
    OVER_WINDOW,
    /** Its sequence number is far below what was received. */
    BELOW_WINDOW,
    /** It acknowledges what was never sent. */
    ACK_OVER,
    /** Ahead of the next one expected, but within the window. */
    REORDERED,
    BAD_CHECKSUM
}
