package org.resetscope.core.internal.correlate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.internal.flow.Ends;

/**
 * Keeps the segments of some connections while their capture is read once more. Of a long connection it keeps the start, all resets, and
 * what leads up to and follows the last reset, at whatever point that was seen.
 */
final class Excerpt implements PointReader.Sink {

    private static final int FIRST = 64;
    private static final int RECENT = 1000;
    private static final int MOST_RESETS = 1000;
    /** So much of what follows the last reset matters. */
    private static final long AFTER_NANOS = 5_000_000_000L;

    private static final class Trail {
        private final Connection connection;
        private final Connection.Member member;
        private final long endNanos;
        private final List<Sighting> kept = new ArrayList<>();
        private final Deque<Sighting> recent = new ArrayDeque<>();
        private int resets;

        private Trail(Connection connection, Connection.Member member, long endNanos) {
            this.connection = connection;
            this.member = member;
            this.endNanos = endNanos;
        }

        private int take(Sighting s) {
            if (s.nanos() > endNanos) {
                return 0;
            }
            if (kept.size() < FIRST || s.reset() && resets++ < MOST_RESETS) {
                kept.add(s);
                return 1;
            }
            recent.add(s);
            if (recent.size() > RECENT) {
                recent.remove();
                return 0;
            }
            return 1;
        }
    }

    private final int capture;
    private final int most;
    private final List<Trail> trails = new ArrayList<>();
    private final MemberTable<Trail> byFlow = new MemberTable<>();
    private int held;
    private long left;

    /**
     * @param clocks by capture
     * @param most segments to keep at most
     */
    Excerpt(int capture, Iterable<Connection> connections, List<Clock> clocks, int most) {
        this.capture = capture;
        this.most = most;
        for (Connection connection : connections) {
            long end = end(connection, clocks);
            connection.members(capture).forEach(m -> trails.add(new Trail(connection, m, end)));
        }
        trails.sort(Comparator.comparingLong(t -> t.member.flow().firstFrame));
        trails.forEach(t -> byFlow.put(t.member.flow(), t));
    }

    /** Of this capture's clock; unlimited where a point that saw a reset has a clock of its own. */
    private long end(Connection connection, List<Clock> clocks) {
        long end = Long.MIN_VALUE;
        for (Connection.Member member : connection.members()) {
            Clock there = clocks.get(member.flow().capture);
            if (member.flow().resets > 0) {
                if (member.flow().capture != capture && !(there.known() && clocks.get(capture).known())) {
                    return Long.MAX_VALUE;
                }
                long last = member.flow().lastResetNanos;
                end = Math.max(end, member.flow().capture == capture ? last : clocks.get(capture).fromReference(there.toReference(last)));
            }
        }
        return end + AFTER_NANOS;
    }

    @Override
    public void take(TcpPacket p, long frame, long nanos, int fractionDigits) {
        boolean fromLow = Ends.fromLow(p);
        Trail trail = byFlow.get(p, fromLow, frame);
        if (trail == null) {
            return;
        }
        if (held >= most) {
            left++;
            return;
        }
        held += trail.take(Sighting.of(trail.member, p, frame, nanos));
    }

    /** Hands over what was kept. @return segments that were too many to keep */
    long finish() {
        for (Trail trail : trails) {
            List<Sighting> all = trail.connection.sightings(capture);
            all.addAll(trail.kept);
            all.addAll(trail.recent);
        }
        trails.stream().map(t -> t.connection.sightings(capture)).distinct().forEach(s -> s.sort(Comparator.comparingLong(Sighting::frame)));
        return left;
    }
}
