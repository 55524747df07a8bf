package org.resetscope.core.internal.detect;

import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Side;

/** Where packets in the claimed sender's name start, by their TTL: what comes from the host has one that its other packets have. */
final class Place {

    private Place() {
    }

    /** Whether it can have started at the host itself; where nothing of the host was seen, everything can. */
    static boolean canBeHost(Dossier d, Segment s) {
        Side claimed = d.claimed();
        return claimed.segments() == 0 || s.ttl() >= claimed.ttlMin() && s.ttl() <= claimed.ttlMax();
    }
}
