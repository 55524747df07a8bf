package org.resetscope.core.flowview;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.flowview.FlowPacket.Mark;
import org.resetscope.core.flowview.FlowPacket.Skipped;
import org.resetscope.core.model.FrameRef;

/** Both directions of a connection while a capture is read. */
final class Sides {

    private static final int UNKNOWN = -1;
    private static final int END_OF_OPTIONS = 0;
    private static final int NO_OPERATION = 1;
    private static final int SACK = 5;
    private static final int LARGEST_SCALE = 14;

    private final String capture;
    private Direction client = new Direction();
    private Direction server = new Direction();
    /** By the sender's side, client first. */
    private final int[] scale = { UNKNOWN, UNKNOWN };

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
        scale[0] = UNKNOWN;
        scale[1] = UNKNOWN;
    }

    /** @param copy known to be the same packet as an earlier one */
    FlowSegment segment(TcpPacket p, boolean fromClient, long frame, long nanos, boolean copy) {
        int side = fromClient ? 0 : 1;
        if (p.has(SYN)) {
            scale[side] = Math.min(LARGEST_SCALE, Math.max(0, p.windowScale));
            if (p.windowScale < 0) { // without both sides' consent nobody scales
                scale[0] = 0;
                scale[1] = 0;
            }
        }
        FlowPacket packet = packet(p, fromClient, frame, nanos, copy);
        return new FlowSegment(packet, window(p, scale[side]), p.sackBlocks == 0 ? List.of() : sacks(p, fromClient));
    }

    private FlowPacket packet(TcpPacket p, boolean fromClient, long frame, long nanos, boolean copy) {
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
    private long relativeAck(boolean fromClient, int ack) {
        return (fromClient ? server : client).relativeAck(ack);
    }

    private static long window(TcpPacket p, int scale) {
        boolean has = p.has(ACK) && !p.has(RST) && p.window >= 0;
        return !has || scale == UNKNOWN ? -1 : p.has(SYN) ? p.window : (long) p.window << scale;
    }

    private List<FlowSegment.Block> sacks(TcpPacket p, boolean fromClient) {
        List<FlowSegment.Block> blocks = new ArrayList<>();
        int end = p.optionsOffset + p.optionsLength;
        for (int at = p.optionsOffset; at < end;) {
            int kind = p.buffer.get(at) & 0xff;
            if (kind == END_OF_OPTIONS) {
                break;
            }
            int length = kind == NO_OPERATION ? 1 : at + 1 < end ? p.buffer.get(at + 1) & 0xff : 0;
            if (length == 0 || kind != NO_OPERATION && length < 2 || at + length > end) {
                break;
            }
            if (kind == SACK) {
                for (int edge = at + 2; edge + 8 <= at + length; edge += 8) {
                    long from = relativeAck(fromClient, p.buffer.getInt(edge));
                    long to = relativeAck(fromClient, p.buffer.getInt(edge + 4));
                    if (to > from) {
                        blocks.add(new FlowSegment.Block(from, to));
                    }
                }
            }
            at += length;
        }
        return blocks;
    }
}
