package org.resetscope.firewall.internal.replay;

import java.math.BigInteger;
import java.nio.ByteBuffer;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.TcpBits;

/**
 * A segment that passed, as far as rules ask about it.
 *
 * @param contents what its payload answers to the rules' questions
 */
record Passing(long frame, long nanos, Family family, BigInteger source, int sourcePort, BigInteger destination, int destinationPort,
        int flags, int ack, int end, Tracked tracked, Contents.Found contents) {

    private static final long V4 = 0xffff_ffffL;

    static Passing of(TcpPacket p, long frame, long nanos, Tracked tracked, Contents.Found contents) {
        boolean v4 = p.ipVersion == 4;
        return new Passing(frame, nanos, v4 ? Family.IPV4 : Family.IPV6, address(v4, p.sourceHigh, p.sourceLow), p.sourcePort,
                address(v4, p.destinationHigh, p.destinationLow), p.destinationPort, p.flags & TcpBits.ALL, p.ack,
                p.seq + p.sequenceLength(), tracked, contents);
    }

    private static BigInteger address(boolean v4, long high, long low) {
        return v4 ? BigInteger.valueOf(low & V4)
                : new BigInteger(1, ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array());
    }

    Passing as(Tracked other) {
        return new Passing(frame, nanos, family, source, sourcePort, destination, destinationPort, flags, ack, end, other, contents);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Whether a reset is built as REJECT builds the answer to this segment (nf_reject_ip_tcphdr_put in nf_reject_ipv4.c). */
    boolean answeredBy(TcpPacket reset) {
        boolean bare = reset.payloadLength == 0 && reset.window <= 0 && reset.optionsLength == 0;
        if (!bare || has(TcpBits.RST)) {
            return false;
        }
        return has(TcpBits.ACK) ? !reset.has(TcpPacket.ACK) && reset.seq == ack && reset.ack == 0
                : reset.has(TcpPacket.ACK) && reset.seq == 0 && reset.ack == end;
    }

    /** Whether a packet goes against the direction of this one. */
    boolean facing(TcpPacket p) {
        return p.sourcePort == destinationPort && p.destinationPort == sourcePort
                && address(p.ipVersion == 4, p.sourceHigh, p.sourceLow).equals(destination)
                && address(p.ipVersion == 4, p.destinationHigh, p.destinationLow).equals(source);
    }
}
