package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of the points from client to server: by the names client and server, then by TTLs, then by delays. */
final class PathOrder {

    private final List<String> names;
    private final Clocks clocks;
    /** Votes of connections for one point being nearer to the client than the other. */
    private final int[][] nearer;

    /** @param pairs of all points with each other */
    PathOrder(List<String> names, List<FlowPair> pairs, Clocks clocks) {
        this.names = names;
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
