package org.resetscope.firewall.internal.conntrack;

/** What is known of one end of a connection. Sequence numbers are of 32 bits and wrap. */
final class TcpPeer {

    /** RFC 7323, section 2.3. */
    private static final int LARGEST_SCALE = 14;

    /** The sequence number after the last byte that it sent. */
    int end;
    /** The highest one that the other end allows. */
    int highestEnd;
    /** The largest window that it offered, scaled; 0 where it was not seen yet. */
    long largestWindow;
    /** The highest acknowledgement that it sent. */
    int highestAck;
    boolean ackSeen;
    int scale;
    boolean scales;
    boolean sackPermitted;
    /** Nothing is held against the window. */
    boolean liberal;
    boolean closing;
    /** It sent data that the other end has not acknowledged. */
    boolean unacknowledged;

    void options(TcpSegment segment) {
        scales = segment.scale() >= 0;
        scale = Math.max(0, Math.min(segment.scale(), LARGEST_SCALE));
        sackPermitted = segment.sackPermitted();
    }

    void begin(TcpSegment segment) {
        end = segment.end();
        highestEnd = end;
        largestWindow = Math.max(1, segment.window());
        options(segment);
    }

    /** Both ends must offer scaling, or neither scales (RFC 7323, section 1.3). */
    static void agree(TcpPeer a, TcpPeer b) {
        if (!a.scales || !b.scales) {
            a.scale = 0;
            b.scale = 0;
        }
    }
}
