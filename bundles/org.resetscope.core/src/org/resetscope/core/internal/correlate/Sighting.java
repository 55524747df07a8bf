package org.resetscope.core.internal.correlate;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.List;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.internal.flow.Ends;

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

    static Sighting of(Connection.Member member, TcpPacket p, long frame, long nanos) {
        boolean fromClient = Ends.fromLow(p) == member.clientIsLow();
        int own = fromClient ? member.clientShift() : member.serverShift();
        int other = fromClient ? member.serverShift() : member.clientShift();
        // a refused SYN's reset has no number of its own
        int seq = p.has(RST) && p.seq == 0 ? 0 : p.seq - own;
        return new Sighting(member.flow().capture, frame, nanos, fromClient, seq, p.has(ACK) ? p.ack - other : 0, p.flags, p.payloadLength,
                p.ttl, p.ipId, p.timestamps, p.tsVal);
    }

    boolean reset() {
        return (flags & RST) != 0;
    }

    /** What is the same for one packet at every point. */
    Key key() {
        return new Key(fromClient, seq, (flags & ACK) == 0 ? 0 : ack, flags & COMPARED, length);
    }

    record Key(boolean fromClient, int seq, int ack, int flags, int length) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key k && fromClient == k.fromClient && seq == k.seq && ack == k.ack && flags == k.flags && length == k.length;
        }

        @Override
        public int hashCode() {
            return (((31 * seq + ack) * 31 + length) * 31 + flags) * 2 + (fromClient ? 1 : 0);
        }
    }

    int end() {
        return seq + length + (flags & SYN) / SYN + (flags & FIN);
    }

    /** Whether both hold some of the same data, as a segment and its parts do (segmentation offload). */
    boolean overlaps(Sighting other) {
        return length > 0 && other.length > 0 && Sequence.distance(seq, other.end()) < 0 && Sequence.distance(other.seq, end()) < 0;
    }

    /** Whether others hold all of its data together. */
    boolean within(List<Sighting> others) {
        int next = seq;
        for (boolean grows = true; grows;) {
            grows = false;
            for (Sighting s : others) {
                if (!Sequence.after(s.seq, next) && Sequence.after(s.end(), next)) {
                    next = s.end();
                    grows = true;
                }
            }
        }
        return !Sequence.after(seq + length, next);
    }

    boolean sameRange(Sighting other) {
        return seq == other.seq && length == other.length;
    }
}
