package org.resetscope.core.detect;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.SYN;

/**
 * A TCP segment as a dossier holds it. Sequence numbers are raw 32-bit values in an int; compare them with {@link Sequence}.
 *
 * @param fromClient direction, by who the flow's client is
 * @param window raw field, unscaled
 * @param ipId IPv4 identification, or -1
 * @param flowLabel IPv6 flow label, or -1
 * @param timestamps whether the timestamps option was there; {@code tsVal} means nothing otherwise
 * @param optionsComplete false where the snap length cut the options off
 * @param duplicate the same packet seen a second time by the capture (several taps on its way)
 */
public record Segment(long frame, long timeNanos, boolean fromClient, int seq, int ack, int flags, int window, int payloadLength, int ttl,
        int tos, int ipId, boolean dontFragment, int flowLabel, boolean timestamps, int tsVal, int tsEcr, boolean optionsComplete,
        int optionsLength, boolean duplicate) {

    /** @param flag one of {@link org.resetscope.core.decode.TcpPacket}, or several: any of them */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Whether it opens a connection: SYN without ACK. */
    public boolean isSyn() {
        return (flags & (SYN | ACK)) == SYN;
    }

    /** Whether it answers that: SYN and ACK. */
    public boolean isSynAck() {
        return (flags & (SYN | ACK)) == (SYN | ACK);
    }

    /** Sequence number after everything the segment takes up; SYN and FIN count (RFC 9293, 3.3). */
    public int end() {
        return seq + payloadLength + (flags & SYN) / SYN + (flags & FIN);
    }
}
