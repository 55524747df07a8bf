package org.resetscope.core.internal.correlate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.detect.Sequence;

/** Which segments of a connection passed one point, looked up by what another point saw. */
final class Passage {

    private final List<Sighting> here;
    private final Set<Sighting.Key> keys = new HashSet<>();

    Passage(Connection connection, int capture) {
        here = connection.sightings(capture);
        here.forEach(s -> keys.add(s.key()));
    }

    boolean empty() {
        return here.isEmpty();
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
            boolean overlaps = elsewhere.length() > 0 && s.length() > 0 && Sequence.distance(s.seq(), elsewhere.end()) < 0
                    && Sequence.distance(elsewhere.seq(), s.end()) < 0;
            // an acknowledgement that was taken together with a later one
            boolean acknowledged = elsewhere.length() == 0 && elsewhere.seq() == s.seq() && s.flags() == elsewhere.flags() && !s.reset()
                    && s.ack() == elsewhere.ack();
            if (overlaps || acknowledged) {
                return true;
            }
        }
        return false;
    }

    boolean sawDirection(boolean fromClient) {
        return here.stream().anyMatch(s -> s.fromClient() == fromClient && !s.reset());
    }
}
