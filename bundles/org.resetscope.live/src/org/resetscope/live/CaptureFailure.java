package org.resetscope.live;

import java.io.IOException;

/** Why an interface cannot be watched, or not any more; the message is for the user and names the remedy. */
public final class CaptureFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is in the way. */
    public enum Kind {
        /** The system has no libpcap. */
        NO_LIBRARY,
        /** The user may not capture. */
        NOT_PERMITTED,
        /** The machine has no interface of that name. */
        NO_SUCH_INTERFACE,
        /** The interface is down, or went down. */
        DOWN,
        /** The filter is not in the language of pcap-filter(7). */
        BAD_FILTER,
        /** What libpcap says itself. */
        OTHER
    }

    /** @param message for the user, with the remedy */
    public CaptureFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What is in the way. */
    public Kind kind() {
        return kind;
    }
}
