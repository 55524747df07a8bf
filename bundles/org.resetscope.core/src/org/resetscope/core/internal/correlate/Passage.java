package org.resetscope.core.internal.correlate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which segments of a connection passed one point, looked up by what another point saw. */
final class Passage {

    /** Retransmissions follow each other more slowly (RFC 6298, 2.4; Linux TCP_RTO_MIN is 200 ms). */
    private static final long SLACK_NANOS = 80_000_000;

    private final int capture;
    private final List<Sighting> here;
    private final Set<Sighting.Key> keys = new HashSet<>();

    Passage(Connection connection, int capture) {
        this.capture = capture;
        here = connection.sightings(capture);
        here.forEach(s -> keys.add(s.key()));
    }

    /** By which the times of one packet at two points, whose clocks are known, differ from what is usual, at most. */
    static long slackNanos(ClockFit.Fit one, ClockFit.Fit other) {
        return SLACK_NANOS + one.clock().errorNanos() + other.clock().errorNanos() + one.spreadNanos() + other.spreadNanos();
    }

    boolean empty() {
        return here.isEmpty();
    }

    /**
     * Whether just this packet passed, not one like it that was sent earlier or later: some time around then.
     *
     * @return null where the clocks do not tell the one from the other
     */
    Boolean saw(Sighting elsewhere, Clocks clocks) {
        ClockFit.Fit own = clocks.fitOf(capture);
        ClockFit.Fit other = clocks.fitOf(elsewhere.index());
        if (!own.clock().known() || !other.clock().known()) {
            return saw(elsewhere) ? null : Boolean.FALSE;
        }
        long slack = slackNanos(own, other);
        long then = other.clock().toReference(elsewhere.nanos());
        return here.stream().anyMatch(s -> s.seq() == elsewhere.seq() && s.fromClient() == elsewhere.fromClient() && s.reset() == elsewhere.reset()
                && (s.length() == 0) == (elsewhere.length() == 0) && Math.abs(own.clock().toReference(s.nanos()) - then) <= slack);
    }

    /** Whether a segment passed, be it cut or joined otherwise (segmentation offload), or sent once more. */
    boolean saw(Sighting elsewhere) {
        if (keys.contains(elsewhere.key())) {
            return true;
        }
        for (Sighting s : here) {
            if (s.fromClient() != elsewhere.fromClient() || s.reset() != elsewhere.reset()) {
                continue;
            }
            // an acknowledgement that was taken together with a later one
            boolean acknowledged = elsewhere.length() == 0 && elsewhere.seq() == s.seq() && s.flags() == elsewhere.flags() && !s.reset()
                    && s.ack() == elsewhere.ack();
            if (s.overlaps(elsewhere) || acknowledged) {
                return true;
            }
        }
        return false;
    }

    boolean sawDirection(boolean fromClient) {
        return here.stream().anyMatch(s -> s.fromClient() == fromClient && !s.reset());
    }
}
