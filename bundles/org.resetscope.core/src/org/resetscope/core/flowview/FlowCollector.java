package org.resetscope.core.flowview;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.flowview.FlowPacket.Skipped;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;

/** Chooses, while a capture is read, the segments of one connection that tell about one reset. */
final class FlowCollector implements FlowTaker {

    static final int FIRST = 8;
    static final int BEFORE = 60;
    static final int AFTER = 40;
    private static final int MOST_NAMED = 64;
    private static final int MOST_SEGMENTS = FIRST + BEFORE + AFTER;

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
    /** All of them; null where they are too many. */
    private List<FlowSegment> segments = new ArrayList<>();
    private final Sides sides;
    private boolean passed;
    private boolean done;
    private boolean more;

    private final Capture capture;

    FlowCollector(Capture capture, Reset reset) {
        this.capture = capture;
        this.sides = new Sides(capture.id());
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

    @Override
    public boolean done() {
        return done;
    }

    @Override
    public void take(TcpPacket p, boolean fromClient, long frame, long nanos) {
        if (done || sides.otherConnection(p, fromClient) && !nextIncarnation()) {
            return;
        }
        FlowSegment segment = sides.segment(p, fromClient, frame, nanos, copies.contains(frame));
        if (segments != null && segments.size() < MOST_SEGMENTS) {
            segments.add(segment);
        } else {
            segments = null;
        }
        FlowPacket packet = segment.packet();
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
        segments = matters ? null : new ArrayList<>();
        sides.forget();
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

    /** The whole connection; null where that is too long to be kept. */
    List<FlowSegment> segments() {
        return more ? null : segments;
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
