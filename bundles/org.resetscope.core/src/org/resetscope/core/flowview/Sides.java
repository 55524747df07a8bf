package org.resetscope.core.flowview;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.EnumSet;
import java.util.Set;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.flowview.FlowPacket.Mark;
import org.resetscope.core.flowview.FlowPacket.Skipped;
import org.resetscope.core.model.FrameRef;

/** Both directions of a connection while a capture is read. */
final class Sides {

    private final String capture;
    private Direction client = new Direction();
    private Direction server = new Direction();

    Sides(String capture) {
        this.capture = capture;
    }

    /** Whether another connection of the same addresses and ports begins. */
    boolean otherConnection(TcpPacket p, boolean fromClient) {
        return p.has(SYN) && !p.has(ACK | RST) && (fromClient ? client : server).otherSyn(p);
    }

    void forget() {
        client = new Direction();
        server = new Direction();
    }

    /** @param copy known to be the same packet as an earlier one */
    FlowPacket packet(TcpPacket p, boolean fromClient, long frame, long nanos, boolean copy) {
        Direction sender = fromClient ? client : server;
        long seq = sender.relative(p);
        long ack = p.has(ACK) ? relativeAck(fromClient, p.ack) : 0;
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(sender.take(p, seq, nanos));
        if (copy) {
            marks.add(Mark.DUPLICATE);
        }
        FlowPacket packet = new FlowPacket(new FrameRef(capture, frame), nanos, fromClient, p.flags, seq, ack, p.seq & 0xffffffffL,
                p.ack & 0xffffffffL, p.window, p.payloadLength, p.ttl, p.ipId, marks, Skipped.NOTHING);
        sender.remember(packet);
        return packet;
    }

    /** What one side acknowledges of the other's numbers. */
    long relativeAck(boolean fromClient, int ack) {
        return (fromClient ? server : client).relativeAck(ack);
    }
}
