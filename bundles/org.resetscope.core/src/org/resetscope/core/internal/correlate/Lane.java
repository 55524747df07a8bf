package org.resetscope.core.internal.correlate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.configuration.Transit;

/** One direction of a connection between two points: what came from its sender, and what went on, for as long as they may be one. */
final class Lane {

    /** A segment at one of the points. */
    static final class Seen {

        final Lane lane;
        final Sighting sighting;
        final boolean arriving;
        final Transit.Sighting shown;
        boolean told;
        private boolean twinned;

        Seen(Lane lane, Sighting sighting, boolean arriving, Transit.Sighting shown) {
            this.lane = lane;
            this.sighting = sighting;
            this.arriving = arriving;
            this.shown = shown;
        }

        long nanos() {
            return shown.nanos();
        }
    }

    private static final class Side {
        private final Deque<Seen> all = new ArrayDeque<>(4);
        private final Map<Sighting.Key, Deque<Seen>> open = new HashMap<>();
    }

    private final Side arriving = new Side();
    private final Side leaving = new Side();
    private final long usualNanos;
    private final long slackNanos;

    /** @param usualNanos which a segment takes from the one point to the other; slackNanos by which that varies */
    Lane(long usualNanos, long slackNanos) {
        this.usualNanos = usualNanos;
        this.slackNanos = slackNanos;
    }

    private Side side(boolean ofArriving) {
        return ofArriving ? arriving : leaving;
    }

    void add(Seen seen) {
        Side side = side(seen.arriving);
        side.all.add(seen);
        side.open.computeIfAbsent(seen.sighting.key(), k -> new ArrayDeque<>(1)).add(seen);
    }

    /** Its transit is settled. */
    void tell(Seen seen) {
        seen.told = true;
        Map<Sighting.Key, Deque<Seen>> open = side(seen.arriving).open;
        open.computeIfPresent(seen.sighting.key(), (k, same) -> {
            same.remove(seen);
            return same.isEmpty() ? null : same;
        });
    }

    /** Forgets what was seen before a time, and is settled. */
    void forget(long before) {
        for (Side side : new Side[] { arriving, leaving }) {
            while (!side.all.isEmpty() && side.all.peek().told && side.all.peek().nanos() < before) {
                side.all.remove();
            }
        }
    }

    /**
     * The same packet at the other point: of several that look alike the nearest in time, unless that is nearer to another.
     *
     * @return null where there is none
     */
    Seen twin(Seen seen) {
        Sighting.Key key = seen.sighting.key();
        Seen twin = nearest(seen, side(!seen.arriving).open.get(key));
        if (twin == null || nearest(twin, side(seen.arriving).open.get(key)) != seen) {
            return null;
        }
        seen.twinned = true;
        twin.twinned = true;
        return twin;
    }

    private Seen nearest(Seen to, Deque<Seen> alike) {
        Seen nearest = null;
        for (Seen one : alike == null ? new ArrayDeque<Seen>() : alike) {
            if (off(one, to) <= slackNanos && (nearest == null || off(one, to) < off(nearest, to))) {
                nearest = one;
            }
        }
        return nearest;
    }

    /**
     * What a segment was cut into, or joined with, on its way (segmentation offload): at the other point, in the order of time.
     */
    List<Seen> parts(Seen seen) {
        List<Seen> parts = new ArrayList<>();
        for (Seen one : side(!seen.arriving).all) {
            if (!one.twinned && one.sighting.overlaps(seen.sighting) && !one.sighting.sameRange(seen.sighting) && off(one, seen) <= slackNanos) {
                parts.add(one);
            }
        }
        return parts;
    }

    private long off(Seen a, Seen b) {
        return Math.abs((a.arriving ? b.nanos() - a.nanos() : a.nanos() - b.nanos()) - usualNanos);
    }
}
