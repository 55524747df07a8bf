package org.resetscope.core.device;

/** Which silence of a connection a setting limits. */
public enum Timer {
    /** No silence: a switch, the size of a table, a timer of something else. */
    NONE("none"),
    /** That of an open connection. */
    ESTABLISHED("established"),
    /** That of a connection which one side has closed. */
    HALF_CLOSED("half-closed"),
    /** That after which a host asks whether the other one is still there. */
    KEEPALIVE("keepalive"),
    /** That of a connection which is opening, or closed by both sides. */
    TRANSIENT("transient");

    private final String id;

    Timer(String id) {
        this.id = id;
    }

    /** As written in profile files. */
    public String id() {
        return id;
    }
}
