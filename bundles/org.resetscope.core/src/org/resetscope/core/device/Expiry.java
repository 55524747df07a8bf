package org.resetscope.core.device;

/** What a device does at the moment a timer runs out; what it does with a packet that comes later is another matter. */
public enum Expiry {
    /** Nobody says. */
    UNKNOWN("unknown"),
    /** It forgets the connection and sends nothing. */
    FORGETS("forgets"),
    /** It sends nothing as delivered, but resets both ends where it is set to. */
    MAY_RESET("may-reset"),
    /** It ends the connection towards both ends. */
    CLOSES("closes");

    private final String id;

    Expiry(String id) {
        this.id = id;
    }

    /** As written in profile files. */
    public String id() {
        return id;
    }
}
