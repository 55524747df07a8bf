package org.resetscope.core.flowview;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;

/** Shows a visitor the connection of a reset, and no other of the same addresses and ports. */
final class FlowScan implements FlowTaker {

    private static final int UNKNOWN = -1;
    private static final int END_OF_OPTIONS = 0;
    private static final int NO_OPERATION = 1;
    private static final int SACK = 5;
    private static final int LARGEST_SCALE = 14;

    private final FlowVisitor visitor;
    private final Sides sides;
    private final long resetNanos;
    /** By the sender's side, client first. */
    private final int[] scale = { UNKNOWN, UNKNOWN };
    private boolean any;
    private boolean passed;
    private boolean done;

    FlowScan(Capture capture, Reset reset, FlowVisitor visitor) {
        this.visitor = visitor;
        this.sides = new Sides(capture.id());
        this.resetNanos = reset.packets().stream().filter(p -> p.frame().capture().equals(capture.id())).findFirst()
                .orElse(reset.packets().get(0)).time().nanos();
    }

    @Override
    public void take(TcpPacket p, boolean fromClient, long frame, long nanos) {
        if (done) {
            return;
        }
        if (sides.otherConnection(p, fromClient)) {
            if (passed) {
                done = true;
                return;
            }
            sides.forget();
            scale[0] = UNKNOWN;
            scale[1] = UNKNOWN;
            visitor.forget();
        }
        any = true;
        passed |= nanos >= resetNanos;
        int side = fromClient ? 0 : 1;
        if (p.has(SYN)) {
            scale[side] = Math.min(LARGEST_SCALE, Math.max(0, p.windowScale));
            if (p.windowScale < 0) { // without both sides' consent nobody scales
                scale[0] = 0;
                scale[1] = 0;
            }
        }
        FlowPacket packet = sides.packet(p, fromClient, frame, nanos, false);
        visitor.segment(new FlowSegment(packet, window(p, scale[side]), p.sackBlocks == 0 ? List.of() : sacks(p, fromClient)));
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
                    long from = sides.relativeAck(fromClient, p.buffer.getInt(edge));
                    long to = sides.relativeAck(fromClient, p.buffer.getInt(edge + 4));
                    if (to > from) {
                        blocks.add(new FlowSegment.Block(from, to));
                    }
                }
            }
            at += length;
        }
        return blocks;
    }

    /** Whether it has seen a segment. */
    boolean any() {
        return any;
    }

    @Override
    public boolean done() {
        return done;
    }
}
