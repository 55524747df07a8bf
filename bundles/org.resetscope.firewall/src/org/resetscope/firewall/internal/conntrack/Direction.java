package org.resetscope.firewall.internal.conntrack;

/** What conntrack knows of one side of a connection (struct ip_ct_tcp_state). */
final class Direction {

    /** Highest sequence number it has sent, plus one. */
    int end;
    /** Up to where it may send: what the other side has acknowledged, plus the window that it offered. */
    int maxEnd;
    /** Largest window it offered; 0 where nothing was seen of it. */
    long maxWindow;
    int scale;
    boolean scales;
    boolean sackPermitted;
    boolean liberal;
    boolean unacknowledged;
    boolean ackSeen;
    int maxAck;
    boolean closedFirst;

    void begin(Header h) {
        end = h.end();
        maxEnd = h.end();
        maxWindow = Math.max(1, h.window());
        options(h);
    }

    /** From a segment in the middle of a connection whose options are not known. */
    void pickUp(Header h, int shift) {
        end = h.end();
        maxWindow = Math.max(1, (long) h.window() << shift);
        maxEnd = end + (int) maxWindow;
    }

    private void options(Header h) {
        if (h.options()) {
            scale = Math.max(0, h.scale());
            scales = h.scale() >= 0;
            sackPermitted = h.sackPermitted();
            unacknowledged = false;
            ackSeen = false;
            closedFirst = false;
            liberal = false;
        }
    }
}
