package org.resetscope.visual.internal.ladder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * @param views of one connection; the first one's clock and choice of packets rule
     * @return in order of time
     */
    static List<Transit> of(List<FlowView> views) {
        List<Transit> all = new ArrayList<>();
        for (FlowPacket packet : views.get(0).packets()) {
            if (!packet.has(Mark.DUPLICATE)) {
                all.add(new Transit(views.size(), 0, packet, packet.timeNanos()));
            }
        }
        for (int point = 1; point < views.size(); point++) {
            add(views.get(point), point, views.size(), all);
        }
        return all;
    }

    private static void add(FlowView view, int point, int points, List<Transit> all) {
        Map<Signature, Deque<Transit>> open = new HashMap<>();
        all.forEach(t -> open.computeIfAbsent(Signature.of(t.packet()), s -> new ArrayDeque<>()).add(t));
        List<FlowPacket> alone = new ArrayList<>();
        List<Long> differences = new ArrayList<>();
        for (FlowPacket packet : view.packets()) {
            Deque<Transit> same = open.get(Signature.of(packet));
            if (packet.has(Mark.DUPLICATE)) {
                continue;
            }
            if (same == null || same.isEmpty()) {
                alone.add(packet);
            } else {
                Transit transit = same.remove();
                transit.seen(point, packet);
                differences.add(packet.timeNanos() - transit.nanos());
            }
        }
        if (differences.isEmpty()) {
            return; // addresses or numbers were translated, or the clocks are far apart: nothing can be put in order
        }
        differences.sort(Comparator.naturalOrder());
        long offset = differences.get(differences.size() / 2);
        // only where the first capture shows every packet can one be missing there
        long from = all.stream().filter(t -> t.packet().skipped().packets() > 0).mapToLong(Transit::nanos).max().orElse(all.get(0).nanos());
        long to = all.get(all.size() - 1).nanos();
        for (FlowPacket packet : alone) {
            long nanos = packet.timeNanos() - offset;
            if (nanos >= from && nanos <= to) {
                all.add(new Transit(points, point, packet, nanos));
            }
        }
        all.sort(Comparator.comparingLong(Transit::nanos));
    }
}
