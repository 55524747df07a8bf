package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of the points from client to server: by the names client and server, then as given, then by TTLs, then by delays. */
final class PathOrder {

    private final List<String> names;
    private final List<FlowPair> pairs;
    private final List<String> given;
    private final Clocks clocks;
    /** Votes of connections for one point being nearer to the client than the other. */
    private final int[][] nearer;

    /**
     * @param given names in their order, as far as somebody knows it
     * @param pairs of all points with each other
     */
    PathOrder(List<String> names, List<String> given, List<FlowPair> pairs, Clocks clocks) {
        this.names = names;
        this.pairs = pairs;
        this.given = given;
        this.clocks = clocks;
        this.nearer = new int[names.size()][names.size()];
        for (FlowPair pair : pairs) {
            int vote = Integer.signum(hops(pair));
            nearer[pair.a().capture][pair.b().capture] += vote;
            nearer[pair.b().capture][pair.a().capture] -= vote;
        }
    }

    /** Routers that the client's packets pass from a to b, plus those that the server's pass from b to a. */
    private static int hops(FlowPair pair) {
        Boolean clientIsLow = pair.a().clientIsLow != null ? pair.a().clientIsLow
                : pair.b().clientIsLow != null ? Boolean.valueOf(pair.b().clientIsLow == pair.aligned()) : null;
        if (clientIsLow == null) {
            return 0;
        }
        return fall(pair.a().end(clientIsLow), pair.ofB(clientIsLow)) - fall(pair.a().end(!clientIsLow), pair.ofB(!clientIsLow));
    }

    private static int fall(SurveyedEnd a, SurveyedEnd b) {
        return a.ttl < 0 || b.ttl < 0 ? 0 : a.ttl - b.ttl;
    }

    /** How many routers are between two points, as most connections tell by their TTLs; more than can be where none does. */
    int routers(int one, int other) {
        Map<Integer, Integer> votes = new HashMap<>();
        for (FlowPair pair : pairs) {
            if (Math.min(one, other) == Math.min(pair.a().capture, pair.b().capture) && Math.max(one, other) == Math.max(pair.a().capture, pair.b().capture)) {
                for (boolean low : new boolean[] { true, false }) {
                    if (pair.a().end(low).ttl >= 0 && pair.ofB(low).ttl >= 0) {
                        votes.merge(Math.abs(fall(pair.a().end(low), pair.ofB(low))), 1, Integer::sum);
                    }
                }
            }
        }
        return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(Integer.MAX_VALUE);
    }

    /** Indices of the points, the client's side first. */
    List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            order.add(i);
        }
        int[] rank = new int[names.size()];
        for (int i : order) {
            for (int j : order) {
                rank[i] += i == j ? 0 : Integer.signum(compare(i, j));
            }
        }
        order.sort(Comparator.comparingInt(i -> rank[i]));
        return order;
    }

    private int compare(int i, int j) {
        int byName = Integer.compare(named(i), named(j));
        if (byName != 0) {
            return byName;
        }
        int one = given.indexOf(names.get(i));
        int other = given.indexOf(names.get(j));
        if (one >= 0 && other >= 0) {
            return Integer.compare(one, other);
        }
        if (nearer[i][j] != 0) {
            return -nearer[i][j];
        }
        if (!clocks.of(i).known() || !clocks.of(j).known()) {
            return 0;
        }
        return Long.compare(clocks.fitOf(i).aheadNanos(), clocks.fitOf(j).aheadNanos());
    }

    private int named(int point) {
        return switch (Points.role(names.get(point))) {
            case CLIENT -> -1;
            case SERVER -> 1;
            default -> 0;
        };
    }
}
