package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One reset as sent, with every point that saw it. */
final class SentReset {

    private final Connection connection;
    private final boolean fromClient;
    private final List<Sighting> sightings = new ArrayList<>();

    SentReset(Connection connection, Sighting first) {
        this.connection = connection;
        this.fromClient = first.fromClient();
        sightings.add(first);
    }

    void also(Sighting sighting) {
        sightings.add(sighting);
    }

    Connection connection() {
        return connection;
    }

    /** By its addresses. */
    boolean fromClient() {
        return fromClient;
    }

    /** In the order in which the points were merged, not that of the path. */
    List<Sighting> sightings() {
        return sightings;
    }

    Sighting at(int capture) {
        return sightings.stream().filter(s -> s.index() == capture).findFirst().orElse(null);
    }

    /** On the reference clock, when it was seen first. */
    long firstNanos(Clocks clocks) {
        return sightings.stream().map(s -> clocks.of(s.index()).toReference(s.nanos())).min(Comparator.naturalOrder()).orElseThrow();
    }
}
