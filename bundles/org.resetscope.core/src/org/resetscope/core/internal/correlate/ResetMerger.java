package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which resets at several points are one packet. Those that look alike (the answers to late segments all do) are laid beside each
 * other in the order of time, so that times, IP identification and hops agree best (Needleman and Wunsch's alignment).
 */
final class ResetMerger {

    private static final double SKIP = 0.55;
    private static final double OTHER_PACKET = 0.6;
    private static final double OTHER_HOPS = 0.35;
    private static final double DISALLOWED = 1;
    private static final long JITTER_NANOS = 2_000_000;
    /** Beyond that many that look alike they are taken in turn. */
    private static final int MOST_ALIGNED = 400;

    private final Clocks clocks;
    private final List<Integer> path;

    ResetMerger(Clocks clocks, List<Integer> path) {
        this.clocks = clocks;
        this.path = path;
    }

    /** In the order of time. */
    List<SentReset> merge(Connection connection) {
        Map<Sighting.Key, List<SentReset>> alike = new LinkedHashMap<>();
        for (int capture : path) {
            Map<Sighting.Key, List<Sighting>> here = new LinkedHashMap<>();
            for (Sighting s : connection.sightings(capture)) {
                if (s.reset()) {
                    here.computeIfAbsent(s.key(), k -> new ArrayList<>(1)).add(s);
                }
            }
            here.forEach((key, sightings) -> {
                List<SentReset> known = alike.computeIfAbsent(key, k -> new ArrayList<>(1));
                join(connection, known, sightings);
                known.sort(Comparator.comparingLong(r -> r.firstNanos(clocks)));
            });
        }
        List<SentReset> all = new ArrayList<>();
        alike.values().forEach(all::addAll);
        all.sort(Comparator.comparingLong(r -> r.firstNanos(clocks)));
        return all;
    }

    private void join(Connection connection, List<SentReset> known, List<Sighting> sightings) {
        int rows = known.size();
        int columns = sightings.size();
        if ((long) rows * columns > MOST_ALIGNED * (long) MOST_ALIGNED) {
            for (int i = 0; i < columns; i++) {
                if (i < rows) {
                    known.get(i).also(sightings.get(i));
                } else {
                    known.add(new SentReset(connection, sightings.get(i)));
                }
            }
            return;
        }
        double[][] cost = new double[rows + 1][columns + 1];
        for (int i = rows; i >= 0; i--) {
            for (int j = columns; j >= 0; j--) {
                double best = i == rows && j == columns ? 0 : Double.MAX_VALUE;
                best = i < rows ? Math.min(best, cost[i + 1][j] + SKIP) : best;
                best = j < columns ? Math.min(best, cost[i][j + 1] + SKIP) : best;
                if (i < rows && j < columns) {
                    double difference = difference(connection, known.get(i), sightings.get(j));
                    best = difference <= DISALLOWED ? Math.min(best, cost[i + 1][j + 1] + difference) : best;
                }
                cost[i][j] = best;
            }
        }
        List<SentReset> added = new ArrayList<>();
        for (int i = 0, j = 0; j < columns;) {
            double difference = i < rows ? difference(connection, known.get(i), sightings.get(j)) : Double.MAX_VALUE;
            if (difference <= DISALLOWED && cost[i][j] >= cost[i + 1][j + 1] + difference - 1e-9) {
                known.get(i++).also(sightings.get(j++));
            } else if (i < rows && cost[i][j] >= cost[i + 1][j] + SKIP - 1e-9) {
                i++;
            } else {
                added.add(new SentReset(connection, sightings.get(j++)));
            }
        }
        known.addAll(added);
    }

    /** 0 for the same packet, above 1 for one that it cannot be. */
    private double difference(Connection connection, SentReset known, Sighting s) {
        Sighting nearest = known.sightings().get(known.sightings().size() - 1);
        ClockFit.Fit here = clocks.fitOf(s.index());
        ClockFit.Fit there = clocks.fitOf(nearest.index());
        double difference = 0;
        boolean samePacket = s.ipId() > 0 && s.ipId() == nearest.ipId() || s.timestamps() && nearest.timestamps() && s.tsVal() == nearest.tsVal();
        if (here.clock().known() && there.clock().known()) {
            long usual = here.usualNanos(s.fromClient()) - there.usualNanos(s.fromClient());
            long took = here.clock().toReference(s.nanos()) - there.clock().toReference(nearest.nanos());
            double tolerance = JITTER_NANOS + here.clock().errorNanos() + there.clock().errorNanos()
                    + 3.0 * Math.max(here.spreadNanos(), there.spreadNanos());
            difference += Math.abs(took - usual) / tolerance / (samePacket ? 10 : 1);
        }
        if (s.ipId() > 0 && nearest.ipId() > 0 && s.ipId() != nearest.ipId()) {
            difference += OTHER_PACKET;
        }
        Integer usualFall = fall(connection, nearest.index(), s.index(), s.fromClient());
        if (usualFall != null && Math.abs(nearest.ttl() - s.ttl() - usualFall) > 1) {
            difference += OTHER_HOPS;
        }
        return difference;
    }

    /** By how much the TTL of this side's packets falls from one point to the other, or null where none tells. */
    private static Integer fall(Connection connection, int from, int to, boolean fromClient) {
        Integer before = ttl(connection, from, fromClient);
        Integer after = ttl(connection, to, fromClient);
        return before == null || after == null ? null : Integer.valueOf(before - after);
    }

    private static Integer ttl(Connection connection, int capture, boolean fromClient) {
        for (Connection.Member member : connection.members(capture)) {
            SurveyedEnd end = member.flow().end(fromClient == member.clientIsLow());
            if (end.ttl >= 0) {
                return end.ttl;
            }
        }
        return null;
    }
}
