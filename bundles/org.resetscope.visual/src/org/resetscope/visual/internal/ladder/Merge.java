package org.resetscope.visual.internal.ladder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

import org.resetscope.core.Analysis;
import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.flowview.FlowPacket.Mark;
import org.resetscope.core.flowview.FlowView;

/** Finds the same packets in the captures of several points. */
final class Merge {

    private record Signature(boolean fromClient, long seq, long ack, int flags, int length) {

        static Signature of(FlowPacket p) {
            return new Signature(p.fromClient(), p.rawSeq(), p.rawAck(), p.flags(), p.payloadLength());
        }
    }

    private Merge() {
    }

    /**
     * @param views of one connection; the first one's choice of packets rules
     * @return in the order of one capture; of several, in order of time on the clock that the analysis found for all
     */
    static List<Transit> of(List<FlowView> views, Analysis analysis) {
        List<Transit> all = new ArrayList<>();
        String first = views.get(0).capture().id();
        for (FlowPacket packet : views.get(0).packets()) {
            if (!packet.has(Mark.DUPLICATE)) {
                all.add(new Transit(views.size(), 0, packet, analysis.commonNanos(first, packet.timeNanos())));
            }
        }
        for (int point = 1; point < views.size(); point++) {
            add(views.get(point), point, views.size(), all, analysis);
        }
        if (views.size() > 1) { // a single capture has its own order, whatever its clock did
            all.sort(Comparator.comparingLong(Transit::nanos));
        }
        return all;
    }

    private static void add(FlowView view, int point, int points, List<Transit> all, Analysis analysis) {
        Map<Signature, Deque<Transit>> open = new HashMap<>();
        all.forEach(t -> open.computeIfAbsent(Signature.of(t.packet()), s -> new ArrayDeque<>()).add(t));
        List<FlowPacket> alone = new ArrayList<>();
        Map<Transit, FlowPacket> pairs = new LinkedHashMap<>();
        for (FlowPacket packet : view.packets()) {
            Deque<Transit> same = open.get(Signature.of(packet));
            if (packet.has(Mark.DUPLICATE)) {
                continue;
            }
            if (same == null || same.isEmpty()) {
                alone.add(packet);
            } else {
                pairs.put(same.remove(), packet);
            }
        }
        if (pairs.isEmpty()) {
            return; // addresses or numbers were translated: nothing can be put in order
        }
        LongUnaryOperator clock = clock(view, pairs, analysis);
        // only where the first capture shows every packet can one be missing there
        long from = all.stream().filter(t -> t.packet().skipped().packets() > 0).mapToLong(Transit::nanos).max()
                .orElse(all.stream().mapToLong(Transit::nanos).min().orElse(0));
        long to = all.stream().mapToLong(Transit::nanos).max().orElse(0);
        pairs.forEach((transit, packet) -> transit.seen(point, packet, clock.applyAsLong(packet.timeNanos())));
        for (FlowPacket packet : alone) {
            long nanos = clock.applyAsLong(packet.timeNanos());
            if (nanos >= from && nanos <= to) {
                all.add(new Transit(points, point, packet, nanos));
            }
        }
    }

    /** From a capture's own time to the common one; where the analysis knows no such clock, packets of both directions tell one. */
    private static LongUnaryOperator clock(FlowView view, Map<Transit, FlowPacket> pairs, Analysis analysis) {
        String capture = view.capture().id();
        if (analysis.path().stream().anyMatch(p -> p.capture().equals(capture) && p.offsetNanos() != null)) {
            return nanos -> analysis.commonNanos(capture, nanos);
        }
        long[] differences = pairs.entrySet().stream().mapToLong(e -> e.getValue().timeNanos() - e.getKey().nanos()).sorted().toArray();
        long offset = differences[differences.length / 2];
        return nanos -> nanos - offset;
    }
}
