package org.resetscope.core.flowview;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.flowview.FlowPacket.Mark;

/** One direction of a connection while it is read: where its sequence numbers begin, and what was seen of them. */
final class Direction {

    private static final int MOST_HOLES = 64;
    /** Longest time between two taps that still looks like one packet. */
    private static final long COPY_NANOS = 5_000_000;

    private record Hole(long from, long to) {
    }

    private final List<Hole> holes = new ArrayList<>();
    private boolean based;
    private int lastRaw;
    private long lastRelative;
    private boolean moved;
    private long next;
    private boolean synSeen;
    private int synSeq;
    private FlowPacket last;

    boolean otherSyn(TcpPacket p) {
        return synSeen ? p.seq != synSeq : moved;
    }

    /** Wraps of the 32 bits are followed, as long as segments do not lie 2 GiB apart. */
    long relative(TcpPacket p) {
        if (!based) {
            if (p.has(RST)) {
                return p.seq == 0 ? 0 : 1; // says nothing about where the sender's numbers begin
            }
            base(p.seq, p.has(SYN) ? 0 : 1);
        }
        return lastRelative + (p.seq - lastRaw);
    }

    /** A number of this direction as the other end acknowledges it. */
    long relativeAck(int ack) {
        if (!based) {
            base(ack, 1);
        }
        return lastRelative + (ack - lastRaw);
    }

    private void base(int raw, long relative) {
        based = true;
        lastRaw = raw;
        lastRelative = relative;
        next = relative;
    }

    /** Takes a segment in; answers what is remarkable. */
    Set<Mark> take(TcpPacket p, long seq, long nanos) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (copyOfLast(p, nanos)) {
            marks.add(Mark.DUPLICATE);
            return marks;
        }
        if (p.has(RST)) {
            return marks;
        }
        if (p.window == 0 && !p.has(SYN)) {
            marks.add(Mark.ZERO_WINDOW);
        }
        long end = seq + p.sequenceLength();
        if (moved && p.payloadLength <= 1 && seq == next - 1 && !p.has(SYN | FIN)) {
            marks.add(Mark.KEEP_ALIVE);
        } else if (moved && end > seq && seq < next) {
            marks.add(fill(seq, end) ? Mark.OUT_OF_ORDER : Mark.RETRANSMISSION);
        } else if (moved && seq > next && !p.has(SYN)) {
            marks.add(Mark.HOLE_BEFORE);
            if (holes.size() < MOST_HOLES) {
                holes.add(new Hole(next, seq));
            }
        }
        if (!moved || end > next) {
            next = end;
            lastRaw = p.seq;
            lastRelative = seq;
        }
        if (p.has(SYN)) {
            synSeen = true;
            synSeq = p.seq;
        }
        moved = true;
        return marks;
    }

    void remember(FlowPacket packet) {
        last = packet;
    }

    /** Whether it lies in a hole, which it closes in part or as a whole. */
    private boolean fill(long from, long to) {
        List<Hole> parts = new ArrayList<>();
        boolean filled = false;
        for (Iterator<Hole> all = holes.iterator(); all.hasNext();) {
            Hole hole = all.next();
            if (from < hole.to && to > hole.from) {
                filled = true;
                all.remove();
                if (hole.from < from) {
                    parts.add(new Hole(hole.from, from));
                }
                if (to < hole.to) {
                    parts.add(new Hole(to, hole.to));
                }
            }
        }
        holes.addAll(parts);
        return filled;
    }

    /** A retransmission takes a new IP identification; a copy at another tap does not. */
    private boolean copyOfLast(TcpPacket p, long nanos) {
        return last != null && p.ipId > 0 && p.ipId == last.ipId() && (p.seq & 0xffffffffL) == last.rawSeq()
                && p.flags == last.flags() && p.payloadLength == last.payloadLength()
                && (!p.has(ACK) || (p.ack & 0xffffffffL) == last.rawAck()) && nanos - last.timeNanos() < COPY_NANOS;
    }
}
