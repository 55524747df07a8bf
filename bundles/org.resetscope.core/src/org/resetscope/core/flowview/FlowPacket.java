package org.resetscope.core.flowview;

import java.util.Set;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.model.FrameRef;

/**
 * One TCP segment of a flow, ready to be shown.
 *
 * @param flags bits as in {@link TcpPacket}
 * @param seq relative to the connection's start, 0 for the SYN; 1 for the first segment seen where the SYN was not captured
 * @param ack relative likewise; meaningless without the flag ACK
 * @param rawSeq as on the wire
 * @param window as on the wire, unscaled; -1 where the snap length cut it off
 * @param skipped what was left out before this segment
 */
public record FlowPacket(FrameRef frame, long timeNanos, boolean fromClient, int flags, long seq, long ack, long rawSeq, long rawAck,
        int window, int payloadLength, int ttl, int ipId, Set<Mark> marks, Skipped skipped) {

    /** What is remarkable about a segment. */
    public enum Mark {
        /** Its data, SYN or FIN had been seen before. */
        RETRANSMISSION,
        /** It fills a hole that a later segment had left. */
        OUT_OF_ORDER,
        /** Data before it was not captured. */
        HOLE_BEFORE,
        /** The same packet as an earlier one, at another tap of the same capture. */
        DUPLICATE,
        /** Asks only whether the other side is still there: no data, numbered one below the next (RFC 9293, 3.8.4). */
        KEEP_ALIVE,
        /** The receiver has no room. */
        ZERO_WINDOW
    }

    /** Segments that a view leaves out. @param again those of them that were sent again */
    public record Skipped(long packets, long clientBytes, long serverBytes, long again) {

        /** No segment. */
        public static final Skipped NOTHING = new Skipped(0, 0, 0);

        /** None was sent again. */
        public Skipped(long packets, long clientBytes, long serverBytes) {
            this(packets, clientBytes, serverBytes, 0);
        }

        /** With one more; the bytes of a duplicate do not count again. */
        public Skipped and(FlowPacket packet) {
            boolean counts = !packet.has(Mark.DUPLICATE);
            return new Skipped(packets + 1, clientBytes + (counts && packet.fromClient ? packet.payloadLength : 0),
                    serverBytes + (counts && !packet.fromClient ? packet.payloadLength : 0), again + (packet.has(Mark.RETRANSMISSION) ? 1 : 0));
        }

        /** The sum of both. */
        public Skipped and(Skipped other) {
            return new Skipped(packets + other.packets, clientBytes + other.clientBytes, serverBytes + other.serverBytes, again + other.again);
        }
    }

    public FlowPacket {
        marks = Set.copyOf(marks);
    }

    /** @param flag bits as in {@link TcpPacket}; any of them */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Whether that is remarkable about it. */
    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    FlowPacket after(Skipped left) {
        return new FlowPacket(frame, timeNanos, fromClient, flags, seq, ack, rawSeq, rawAck, window, payloadLength, ttl, ipId, marks, left);
    }
}
