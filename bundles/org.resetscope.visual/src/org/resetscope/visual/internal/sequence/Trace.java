package org.resetscope.visual.internal.sequence;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.flowview.FlowPacket.Mark;
import org.resetscope.core.flowview.FlowSegment;
import org.resetscope.core.flowview.FlowVisitor;
import org.resetscope.core.visual.TimeRange;

/**
 * A connection as it is read, thinned out to what can be seen: slices of time, as many as pixels. Where the time grows longer than they
 * reach, two become one; so a connection of any length needs the same memory and one pass.
 */
final class Trace implements FlowVisitor {

    static final int COLUMNS = 1024;
    private static final int MOST_RESETS = 200;
    private static final long SHORTEST = 1000;

    /** @param seq where it stands among its sender's numbers */
    record Seen(FlowPacket packet, long seq) {
    }

    /** One direction. */
    static final class Side {

        Column[] columns = new Column[COLUMNS];
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        long highestWindow = Long.MIN_VALUE;
        long bytes;
        /** Before the first slice. */
        long acknowledged = -1;
        long window = -1;

        Column at(int i) {
            if (columns[i] == null) {
                columns[i] = new Column();
            }
            return columns[i];
        }

        private void halve() {
            Column[] half = new Column[COLUMNS];
            for (int i = 0; i < COLUMNS; i++) {
                if (columns[i] != null) {
                    if (half[i / 2] == null) {
                        half[i / 2] = columns[i];
                    } else {
                        half[i / 2].then(columns[i]);
                    }
                }
            }
            columns = half;
        }

        private void number(long seq) {
            lowest = Math.min(lowest, seq);
            highest = Math.max(highest, seq);
        }
    }

    private final TimeRange range;
    private Side client;
    private Side server;
    private List<Seen> resets;
    private boolean begun;
    private long start;
    private double slice;
    private long last;
    private long packets;

    /** @param range on the capture's own clock; null for all */
    Trace(TimeRange range) {
        this.range = range;
        forget();
    }

    @Override
    public void forget() {
        client = new Side();
        server = new Side();
        resets = new ArrayList<>();
        packets = 0;
        begun = range != null;
        start = range == null ? 0 : range.fromNanos();
        slice = range == null ? (double) SHORTEST / COLUMNS : Math.max(SHORTEST, range.toNanos() - range.fromNanos()) / (double) COLUMNS;
        last = range == null ? 0 : range.toNanos();
    }

    @Override
    public void segment(FlowSegment segment) {
        FlowPacket p = segment.packet();
        if (p.has(Mark.DUPLICATE)) {
            return;
        }
        packets++;
        Side sender = p.fromClient() ? client : server;
        Side receiver = p.fromClient() ? server : client;
        if (range != null && !range.contains(p.timeNanos())) {
            outside(p, segment, receiver);
            return;
        }
        if (!begun) {
            begun = true;
            start = p.timeNanos();
            last = start;
        }
        int i = column(p.timeNanos());
        if (p.has(RST)) {
            if (resets.size() < MOST_RESETS) {
                resets.add(new Seen(p, p.seq()));
            }
            return;
        }
        long length = p.payloadLength() + (p.has(SYN) ? 1 : 0) + (p.has(FIN) ? 1 : 0);
        if (length > 0 && !p.has(Mark.KEEP_ALIVE)) {
            sent(sender, sender.at(i), p, length);
        }
        if (p.has(ACK)) {
            answered(receiver, receiver.at(i), p, segment);
        }
    }

    private static void sent(Side side, Column column, FlowPacket p, long length) {
        side.number(p.seq());
        side.number(p.seq() + length);
        side.bytes += p.payloadLength();
        boolean again = p.has(Mark.RETRANSMISSION) || p.has(Mark.OUT_OF_ORDER);
        (again ? column.again : column.data).add(p.seq(), p.seq() + length);
        column.segments++;
        column.bytes += p.payloadLength();
        column.retransmissions += p.has(Mark.RETRANSMISSION) ? 1 : 0;
        column.outOfOrder += p.has(Mark.OUT_OF_ORDER) ? 1 : 0;
        column.frame = column.frame == 0 ? p.frame().frame() : column.frame;
    }

    private static void answered(Side side, Column column, FlowPacket p, FlowSegment segment) {
        side.number(p.ack());
        column.acknowledged.at(p.ack());
        if (segment.window() >= 0) {
            long edge = p.ack() + segment.window();
            column.window.at(edge);
            side.highestWindow = Math.max(side.highestWindow, edge);
        }
        column.zeroWindow |= segment.window() == 0;
        segment.sacks().forEach(block -> column.held.add(block.from(), block.to()));
    }

    private void outside(FlowPacket p, FlowSegment segment, Side receiver) {
        if (p.timeNanos() < range.fromNanos() && p.has(ACK) && !p.has(RST)) {
            receiver.acknowledged = p.ack();
            receiver.window = segment.window() < 0 ? receiver.window : p.ack() + segment.window();
        }
    }

    private int column(long nanos) {
        long at = Math.max(start, nanos); // a clock that was set back
        last = Math.max(last, at);
        while ((at - start) / slice >= COLUMNS) {
            client.halve();
            server.halve();
            slice *= 2;
        }
        return (int) ((at - start) / slice);
    }

    Side side(boolean fromClient) {
        return fromClient ? client : server;
    }

    List<Seen> resets() {
        return resets;
    }

    long packets() {
        return packets;
    }

    /** Of the first slice. */
    long start() {
        return start;
    }

    /** Of the last packet. */
    long end() {
        return last;
    }

    /** When a slice begins. */
    double time(int column) {
        return start + column * slice;
    }
}
