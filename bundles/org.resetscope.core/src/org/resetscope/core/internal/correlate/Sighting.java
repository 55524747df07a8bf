package org.resetscope.core.internal.correlate;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

/**
 * A segment as one capture point saw it, told in the connection's own terms so that those of all points compare: direction by who the
 * client is, sequence numbers as the first point of the connection counts them.
 *
 * @param nanos on the capture's own clock
 * @param index of the capture among the points
 */
record Sighting(int index, long frame, long nanos, boolean fromClient, int seq, int ack, int flags, int length, int ttl, int ipId,
        boolean timestamps, int tsVal) {

    private static final int COMPARED = FIN | SYN | RST | ACK;

    boolean reset() {
        return (flags & RST) != 0;
    }

    /** What is the same for one packet at every point. */
    Key key() {
        return new Key(fromClient, seq, (flags & ACK) == 0 ? 0 : ack, flags & COMPARED, length);
    }

    record Key(boolean fromClient, int seq, int ack, int flags, int length) {
    }

    int end() {
        return seq + length + (flags & SYN) / SYN + (flags & FIN);
    }
}
