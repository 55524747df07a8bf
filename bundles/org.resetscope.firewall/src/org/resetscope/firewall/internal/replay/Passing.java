package org.resetscope.firewall.internal.replay;

import java.math.BigInteger;
import java.nio.ByteBuffer;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.model.FrameRef;
import org.resetscope.firewall.internal.conntrack.TcpSegment;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.TcpBits;

/**
 * A segment that passed, as far as connection tracking and rules ask about it.
 *
 * @param plain whether it has neither options nor a window
 * @param contents what its payload answers to the rules' questions
 * @param onward where it was seen to go on beyond the firewall; null where it did not, or nobody looked
 */
record Passing(FrameRef frame, long nanos, Family family, Tuple tuple, TcpSegment segment, int ttl, int ipId, boolean plain,
        Contents.Found contents, Onward onward) {

    /** A segment as the firewall let it go. */
    record Onward(FrameRef frame, Tuple tuple) {
    }

    private static final long V4 = 0xffff_ffffL;
    private static final int UNKNOWN_WINDOW = 0xffff;
    private static final int EOL = 0;
    private static final int NOP = 1;
    private static final int SACK = 5;
    private static final int BLOCK = 8;

    static Passing of(TcpPacket p, FrameRef frame, long nanos, boolean checksumGood, Contents.Found contents, Onward onward) {
        TcpSegment segment = new TcpSegment(p.seq, p.ack, p.flags & TcpBits.ALL, p.window < 0 ? UNKNOWN_WINDOW : p.window, p.payloadLength,
                p.windowScale, p.sackPermitted, sack(p), checksumGood);
        return new Passing(frame, nanos, p.ipVersion == 4 ? Family.IPV4 : Family.IPV6, tuple(p), segment, p.ttl, p.ipId,
                p.optionsLength == 0 && p.window <= 0, contents, onward);
    }

    static Tuple tuple(TcpPacket p) {
        boolean v4 = p.ipVersion == 4;
        return new Tuple(address(v4, p.sourceHigh, p.sourceLow), p.sourcePort, address(v4, p.destinationHigh, p.destinationLow),
                p.destinationPort);
    }

    private static BigInteger address(boolean v4, long high, long low) {
        return v4 ? BigInteger.valueOf(low & V4)
                : new BigInteger(1, ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array());
    }

    private static int sack(TcpPacket p) {
        int highest = p.ack;
        int end = p.sackBlocks == 0 ? 0 : p.optionsOffset + p.optionsLength;
        for (int at = p.optionsOffset; at < end && p.buffer.get(at) != EOL;) {
            int kind = p.buffer.get(at);
            int length = kind == NOP ? 1 : at + 1 < end ? p.buffer.get(at + 1) & 0xff : 0;
            if (length < 1 || kind != NOP && length < 2 || at + length > end) {
                break;
            }
            for (int block = at + 2; kind == SACK && block + BLOCK <= at + length; block += BLOCK) {
                int right = p.buffer.getInt(block + BLOCK / 2);
                highest = right - highest > 0 ? right : highest;
            }
            at += length;
        }
        return highest;
    }

    /** With other addresses. */
    Passing from(Tuple other) {
        return new Passing(frame, nanos, family, other, segment, ttl, ipId, plain, contents, onward);
    }

    boolean has(int flag) {
        return (segment.flags() & flag) != 0;
    }

    /** Whether a reset is built as REJECT builds the answer to this segment (nf_reject_ip_tcphdr_put in nf_reject_ipv4.c). */
    boolean answeredBy(Passing reset) {
        if (!reset.plain || reset.segment.length() > 0 || has(TcpBits.RST) || !reset.tuple.equals(tuple.reversed())) {
            return false;
        }
        TcpSegment r = reset.segment;
        return has(TcpBits.ACK) ? !reset.has(TcpBits.ACK) && r.sequence() == segment.acknowledgement() && r.acknowledgement() == 0
                : reset.has(TcpBits.ACK) && r.sequence() == 0 && r.acknowledgement() == segment.end();
    }
}
