package org.resetscope.core.flowview;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.flowview.FlowPacket.Mark;
import org.resetscope.core.flowview.FlowPacket.Skipped;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;

/** Chooses, while a capture is read, the segments of one connection that tell about one reset. */
final class FlowCollector {

    static final int FIRST = 8;
    static final int BEFORE = 60;
    static final int AFTER = 40;
    private static final int MOST_NAMED = 64;

    private final Capture capture;
    private final FlowTuple tuple;
    /** Frames that the reset, its trigger and the evidence name. */
    private final Set<Long> named = new HashSet<>();
    private final Set<Long> copies = new HashSet<>();
    private long lastNamed;
    /** 0 where this capture has not seen the reset; then its time divides. */
    private final long resetFrame;
    private final long resetNanos;

    private final List<FlowPacket> kept = new ArrayList<>();
    private final Deque<FlowPacket> recent = new ArrayDeque<>();
    private final List<FlowPacket> after = new ArrayList<>();
    private Skipped skipped = Skipped.NOTHING;
    private Direction client = new Direction();
    private Direction server = new Direction();
    private boolean passed;
    private boolean done;
    private boolean more;

    FlowCollector(Capture capture, Reset reset, FlowTuple tuple) {
        this.capture = capture;
        this.tuple = tuple;
        List<Reset.Packet> here = reset.packets().stream().filter(p -> p.frame().capture().equals(capture.id())).toList();
        resetFrame = here.isEmpty() ? 0 : here.get(0).frame().frame();
        resetNanos = (here.isEmpty() ? reset.packets() : here).get(0).time().nanos();
        here.forEach(p -> name(p.frame()));
        here.stream().skip(1).forEach(p -> copies.add(p.frame().frame()));
        if (reset.trigger() != null) {
            name(reset.trigger());
        }
        for (Evidence evidence : reset.verdict().evidence()) {
            evidence.frames().stream().limit(8).forEach(this::name);
        }
    }

    private void name(FrameRef frame) {
        if (frame.capture().equals(capture.id()) && named.size() < MOST_NAMED && named.add(frame.frame())) {
            lastNamed = Math.max(lastNamed, frame.frame());
        }
    }

    FlowTuple tuple() {
        return tuple;
    }

    /** Whether nothing that follows can matter. */
    boolean done() {
        return done;
    }

    /** @param p a segment of this connection's addresses and ports */
    void take(TcpPacket p, boolean fromClient, long frame, long nanos) {
        if (done || p.has(SYN) && !p.has(ACK | RST) && (fromClient ? client : server).otherSyn(p) && !nextIncarnation()) {
            return;
        }
        FlowPacket packet = packet(p, fromClient, frame, nanos);
        boolean isReset = resetFrame == 0 ? nanos > resetNanos : frame >= resetFrame;
        if (!passed && !isReset) {
            recent.add(packet);
            if (recent.size() > BEFORE) {
                leave(recent.remove());
            }
            return;
        }
        passed = true;
        if (after.size() <= AFTER || named.contains(frame)) {
            after.add(packet);
        } else {
            more = true;
            done = frame >= lastNamed;
        }
    }

    /** Another connection of the same addresses and ports: forgets what came before, unless the evidence speaks of that. */
    private boolean nextIncarnation() {
        if (passed) {
            done = true;
            return false;
        }
        boolean matters = kept.stream().anyMatch(this::isNamed) || recent.stream().anyMatch(this::isNamed);
        if (!matters) {
            kept.clear();
            recent.clear();
            skipped = Skipped.NOTHING;
        }
        client = new Direction();
        server = new Direction();
        return true;
    }

    private boolean isNamed(FlowPacket packet) {
        return named.contains(packet.frame().frame());
    }

    private void leave(FlowPacket packet) {
        if (kept.size() < FIRST || isNamed(packet)) {
            kept.add(packet.after(skipped));
            skipped = Skipped.NOTHING;
        } else {
            skipped = skipped.and(packet);
        }
    }

    private FlowPacket packet(TcpPacket p, boolean fromClient, long frame, long nanos) {
        Direction sender = fromClient ? client : server;
        Direction receiver = fromClient ? server : client;
        long seq = sender.relative(p);
        long ack = p.has(ACK) ? receiver.relativeAck(p.ack) : 0;
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(sender.take(p, seq, nanos));
        if (copies.contains(frame)) {
            marks.add(Mark.DUPLICATE);
        }
        FlowPacket packet = new FlowPacket(new FrameRef(capture.id(), frame), nanos, fromClient, p.flags, seq, ack, p.seq & 0xffffffffL,
                p.ack & 0xffffffffL, p.window, p.payloadLength, p.ttl, p.ipId, marks, Skipped.NOTHING);
        sender.remember(packet);
        return packet;
    }

    FlowView view() {
        List<FlowPacket> all = new ArrayList<>(kept);
        List<FlowPacket> rest = new ArrayList<>(recent);
        rest.addAll(after);
        if (!rest.isEmpty()) {
            all.add(rest.get(0).after(skipped));
            all.addAll(rest.subList(1, rest.size()));
        }
        return new FlowView(capture, all, more);
    }
}
