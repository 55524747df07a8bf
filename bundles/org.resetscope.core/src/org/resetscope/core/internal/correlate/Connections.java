package org.resetscope.core.internal.correlate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Joins pairs of flows into connections. */
final class Connections {

    private final int captures;
    private final Map<SurveyedFlow, List<FlowPair>> pairs = new IdentityHashMap<>();

    Connections(int captures, List<FlowPair> accepted) {
        this.captures = captures;
        for (FlowPair pair : accepted) {
            pairs.computeIfAbsent(pair.a(), f -> new ArrayList<>(2)).add(pair);
            pairs.computeIfAbsent(pair.b(), f -> new ArrayList<>(2)).add(pair);
        }
    }

    /** Every flow in its connection; those that no other point saw stand alone. */
    Map<SurveyedFlow, Connection> of(List<Survey> surveys) {
        Map<SurveyedFlow, Connection> connections = new IdentityHashMap<>();
        for (Survey survey : surveys) {
            for (SurveyedFlow flow : survey.flows()) {
                if (!connections.containsKey(flow) && (flow.resets > 0 || pairs.containsKey(flow))) {
                    Connection connection = gather(flow);
                    connection.members().forEach(m -> connections.put(m.flow(), connection));
                }
            }
        }
        return connections;
    }

    private record Place(boolean lowIsFirstLow, int lowShift, int highShift) {
    }

    private Connection gather(SurveyedFlow first) {
        Map<SurveyedFlow, Place> places = new IdentityHashMap<>();
        List<SurveyedFlow> order = new ArrayList<>(List.of(first));
        places.put(first, new Place(true, 0, 0));
        Deque<SurveyedFlow> open = new ArrayDeque<>(order);
        while (!open.isEmpty()) {
            SurveyedFlow flow = open.remove();
            List<FlowPair> here = new ArrayList<>(pairs.getOrDefault(flow, List.of()));
            here.sort(Comparator.comparingInt(FlowPair::decibans).reversed());
            for (FlowPair pair : here) {
                SurveyedFlow other = pair.a() == flow ? pair.b() : pair.a();
                if (!places.containsKey(other)) {
                    places.put(other, step(places.get(flow), pair, pair.a() == flow));
                    order.add(other);
                    open.add(other);
                }
            }
        }
        Boolean clientIsFirstLow = null;
        Map<Boolean, Integer> votes = new HashMap<>();
        for (SurveyedFlow flow : order) {
            if (flow.clientIsLow != null) {
                votes.merge(flow.clientIsLow == places.get(flow).lowIsFirstLow(), 1, Integer::sum);
            }
        }
        if (!votes.isEmpty()) {
            clientIsFirstLow = votes.getOrDefault(true, 0) >= votes.getOrDefault(false, 0);
        }
        boolean clientLow = clientIsFirstLow == null || clientIsFirstLow;
        List<Connection.Member> members = new ArrayList<>();
        for (SurveyedFlow flow : order) {
            Place place = places.get(flow);
            members.add(new Connection.Member(flow, clientLow == place.lowIsFirstLow(), clientLow ? place.lowShift() : place.highShift(),
                    clientLow ? place.highShift() : place.lowShift()));
        }
        return new Connection(members, captures, clientIsFirstLow != null);
    }

    /** Shifts are kept by the ends of the first flow. */
    private static Place step(Place from, FlowPair pair, boolean forward) {
        boolean sameEnds = pair.aligned();
        int ofFlowLow = forward ? pair.lowShift() : -(sameEnds ? pair.lowShift() : pair.highShift());
        int ofFlowHigh = forward ? pair.highShift() : -(sameEnds ? pair.highShift() : pair.lowShift());
        boolean lowIsFirstLow = from.lowIsFirstLow() == sameEnds;
        int first = from.lowIsFirstLow() ? ofFlowLow : ofFlowHigh;
        int second = from.lowIsFirstLow() ? ofFlowHigh : ofFlowLow;
        return new Place(lowIsFirstLow, from.lowShift() + first, from.highShift() + second);
    }
}
