package org.resetscope.core.internal.correlate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.configuration.Transit;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.internal.flow.Ends;
import org.resetscope.core.model.FrameRef;

/**
 * Two points between which resets were born, and what the connections of these resets show there, as transits in the order of time.
 * A segment is held back for as long as its other sighting may come.
 */
final class Gap {

    private static final int STRIDE = 4096;
    private static final int TICKS = 1000;
    private static final int MOST_HELD = 50_000;

    /** @param toServer the lane of what the client sends, and toClient the other; the client's side is that of point {@code clientSide} */
    private record Way(Connection.Member member, int clientSide, Lane toServer, Lane toClient) {
    }

    private final class Side {

        private final int point;
        private final Correlator.Point capture;
        private final MemberTable<Way> ways = new MemberTable<>();

        private Side(int point, Correlator.Point capture) {
            this.point = point;
            this.capture = capture;
        }

        /** The next segment of a connection that was reset in the gap; null at the end. */
        private Lane.Seen next(PointCursor cursor, SubMonitor monitor) {
            while (cursor.next() && !(cursor.frame() % STRIDE == 0 && monitor.isCanceled())) {
                TcpPacket packet = cursor.tcp();
                Way way = packet == null ? null : ways.get(packet, Ends.fromLow(packet), cursor.frame());
                if (way != null) {
                    Sighting sighting = Sighting.of(way.member, packet, cursor.frame(), cursor.nanos());
                    boolean arriving = sighting.fromClient() == (way.clientSide == point);
                    return new Lane.Seen(sighting.fromClient() ? way.toServer : way.toClient, sighting, arriving, new Transit.Sighting(
                            new FrameRef(capture.capture(), cursor.frame()), clocks.of(point).toReference(cursor.nanos()), cursor.keep()));
                }
            }
            return null;
        }
    }

    private final Clocks clocks;
    private final Side near;
    private final Side beyond;
    private final boolean wide;
    private final long slackNanos;
    private final long reachNanos;
    private final Set<Connection> connections = new HashSet<>();
    private final Deque<Lane.Seen> held = new ArrayDeque<>();

    /**
     * Of two points, by their indices, whose clocks are known.
     *
     * @param near where the resets came out
     * @param wide whether there is more than one router between them: then what {@code beyond} alone shows may have taken another way, and
     *        is left out
     */
    Gap(int near, int beyond, boolean wide, List<Correlator.Point> points, Clocks clocks) {
        this.wide = wide;
        this.clocks = clocks;
        this.near = new Side(near, points.get(near));
        this.beyond = new Side(beyond, points.get(beyond));
        this.slackNanos = Passage.slackNanos(clocks.fitOf(near), clocks.fitOf(beyond));
        this.reachNanos = slackNanos + Math.max(Math.abs(usual(true)), Math.abs(usual(false)));
    }

    /** From the near point to the other. */
    private long usual(boolean fromClient) {
        return clocks.fitOf(beyond.point).usualNanos(fromClient) - clocks.fitOf(near.point).usualNanos(fromClient);
    }

    /** @param clientSide which of the points is on the side of its client */
    void add(Connection connection, int clientSide) {
        if (!connections.add(connection)) {
            return;
        }
        boolean forth = clientSide == near.point;
        Lane toServer = new Lane(forth ? usual(true) : -usual(true), slackNanos);
        Lane toClient = new Lane(forth ? -usual(false) : usual(false), slackNanos);
        for (Side side : new Side[] { near, beyond }) {
            connection.members(side.point).forEach(m -> side.ways.put(m.flow(), new Way(m, clientSide, toServer, toClient)));
        }
    }

    /** Reads both captures side by side. */
    void read(List<CaptureFormat> formats, Consumer<Transit> sink, SubMonitor monitor) {
        monitor.setWorkRemaining(near.capture.inputs().size() * TICKS);
        int worked = 0;
        try (PointCursor here = new PointCursor(near.capture.inputs(), formats);
                PointCursor there = new PointCursor(beyond.capture.inputs(), formats)) {
            Lane.Seen a = near.next(here, monitor);
            Lane.Seen b = beyond.next(there, monitor);
            while ((a != null || b != null) && !monitor.isCanceled()) {
                if (b == null || a != null && a.nanos() <= b.nanos()) {
                    take(a, sink);
                    a = near.next(here, monitor);
                } else {
                    take(b, sink);
                    b = beyond.next(there, monitor);
                }
                int reached = (int) (here.read() * TICKS);
                if (reached > worked) {
                    monitor.worked(reached - worked);
                    worked = reached;
                }
            }
        }
        while (!held.isEmpty() && !monitor.isCanceled()) {
            settle(held.remove(), sink);
        }
    }

    private void take(Lane.Seen seen, Consumer<Transit> sink) {
        seen.lane.add(seen);
        held.add(seen);
        while (held.size() > MOST_HELD || seen.nanos() - held.peek().nanos() > reachNanos) {
            settle(held.remove(), sink);
        }
    }

    private void settle(Lane.Seen seen, Consumer<Transit> sink) {
        Lane lane = seen.lane;
        if (!seen.told) {
            Lane.Seen twin = lane.twin(seen);
            List<Lane.Seen> parts = twin == null ? lane.parts(seen) : List.of();
            lane.tell(seen);
            if (twin != null) {
                lane.tell(twin);
                tell(seen.arriving ? seen : twin, seen.arriving ? twin : seen, sink);
            } else if (seen.arriving) {
                boolean whole = !parts.isEmpty() && seen.sighting.within(parts.stream().map(p -> p.sighting).toList());
                parts.forEach(lane::tell);
                tell(seen, whole ? parts.get(0) : null, sink);
            } else if (parts.isEmpty()) {
                tell(null, seen, sink);
            } // else it is told with what it was cut from, or joined of
        }
        lane.forget(seen.nanos() - reachNanos);
    }

    private void tell(Lane.Seen arrived, Lane.Seen left, Consumer<Transit> sink) {
        int only = arrived != null && left != null ? near.point : arrived == null ? left.sighting.index() : arrived.sighting.index();
        if (wide && only != near.point) {
            return;
        }
        sink.accept(new Transit(arrived == null ? null : arrived.shown, left == null ? null : left.shown));
    }
}
