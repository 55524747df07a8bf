package org.resetscope.visual.internal.path;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.flowview.FlowPacket.Mark;
import org.resetscope.core.flowview.FlowView;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;

/**
 * What a capture tells of the way that packets have come to it.
 *
 * @param fromClient TTL of the client's packets there, or -1; fromServer likewise
 * @param reset TTL of the reset there, or -1 where it was not seen
 * @param toServer nanoseconds from there to the server and back, by the handshake; null where that is not there
 * @param toClient likewise
 */
record Station(Capture capture, int fromClient, int fromServer, int reset, Long toServer, Long toClient) {

    /** What systems start with. */
    private static final int[] STARTS = { 32, 64, 128, 255 };

    static Station of(FlowView view, Reset reset) {
        Map<Boolean, Map<Integer, Integer>> ttls = Map.of(true, new HashMap<>(), false, new HashMap<>());
        long own = reset.packets().stream().filter(p -> p.frame().capture().equals(view.capture().id())).mapToLong(p -> p.frame().frame()).findFirst()
                .orElse(0);
        int ttl = -1;
        for (FlowPacket p : view.packets()) {
            if (p.frame().frame() == own) {
                ttl = p.ttl();
            } else if (!p.has(TcpPacket.RST)) {
                ttls.get(p.fromClient()).merge(p.ttl(), 1, Integer::sum);
            }
        }
        Optional<FlowPacket> syn = first(view, TcpPacket.SYN, true);
        Optional<FlowPacket> synAck = first(view, TcpPacket.SYN | TcpPacket.ACK, false);
        Optional<FlowPacket> ack = synAck.flatMap(s -> view.packets().stream().filter(p -> p.fromClient() && !p.has(TcpPacket.SYN | TcpPacket.RST)
                && p.timeNanos() >= s.timeNanos() && p.seq() == 1).findFirst());
        boolean again = view.packets().stream().anyMatch(p -> p.has(TcpPacket.SYN) && p.has(Mark.RETRANSMISSION));
        return new Station(view.capture(), usual(ttls.get(true)), usual(ttls.get(false)), ttl, again ? null : between(syn, synAck),
                again ? null : between(synAck, ack));
    }

    private static Optional<FlowPacket> first(FlowView view, int flags, boolean fromClient) {
        return view.packets().stream().filter(p -> p.fromClient() == fromClient && (p.flags() & (TcpPacket.SYN | TcpPacket.ACK | TcpPacket.RST)) == flags)
                .findFirst();
    }

    private static Long between(Optional<FlowPacket> from, Optional<FlowPacket> to) {
        return from.isEmpty() || to.isEmpty() ? null : (Long) (to.get().timeNanos() - from.get().timeNanos());
    }

    private static int usual(Map<Integer, Integer> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(-1);
    }

    /** How many routers a packet has passed, from the nearest value that systems start with; -1 where unknown. */
    static int hops(int ttl) {
        for (int start : STARTS) {
            if (ttl >= 0 && ttl <= start) {
                return start - ttl;
            }
        }
        return -1;
    }
}
