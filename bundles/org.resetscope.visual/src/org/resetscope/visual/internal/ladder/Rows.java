package org.resetscope.visual.internal.ladder;

import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.flowview.FlowPacket.Skipped;

/** Decides what is an arrow of its own, what is folded, and where time is cut out. */
final class Rows {

    /** Ordinary packets in a row from which on the middle ones are folded, and how many stay on either side. */
    private static final int RUN = 8;
    private static final int HEAD = 2;
    private static final int TAIL = 3;

    private static final long ALWAYS_SILENCE = 1_000_000_000L;
    private static final long PERHAPS_SILENCE = 50_000_000L;
    private static final int TIMES_USUAL = 8;

    private Rows() {
    }

    /**
     * @param told packets that the reader must see
     * @param more whether packets may follow
     */
    static List<Row> of(List<Transit> packets, Predicate<Transit> told, boolean more) {
        List<Row> rows = new ArrayList<>();
        List<Transit> run = new ArrayList<>();
        long usual = usualPause(packets);
        Transit before = null;
        for (Transit packet : packets) {
            Skipped skipped = packet.packet().skipped();
            long pause = before == null ? 0 : packet.nanos() - before.nanos();
            boolean silence = skipped.packets() == 0 && (pause >= ALWAYS_SILENCE || pause >= PERHAPS_SILENCE && pause >= TIMES_USUAL * usual);
            boolean ordinary = ordinary(packet.packet()) && !told.test(packet);
            boolean other = !run.isEmpty() && run.get(0).packet().has(RST) != packet.packet().has(RST);
            if (skipped.packets() > 0 || silence || !ordinary || other) {
                fold(run, rows);
            }
            if (skipped.packets() > 0) {
                rows.add(new Row.Fold(skipped, false));
            }
            if (silence) {
                rows.add(new Row.Gap(pause));
            }
            if (ordinary) {
                run.add(packet);
            } else {
                rows.add(new Row.Packet(packet));
            }
            before = packet;
        }
        fold(run, rows);
        if (more) {
            rows.add(Row.REST);
        }
        return rows;
    }

    /** Resets fold as well, but among themselves. */
    private static boolean ordinary(FlowPacket packet) {
        return !packet.has(SYN | FIN) && packet.marks().isEmpty();
    }

    private static void fold(List<Transit> run, List<Row> rows) {
        boolean folded = run.size() >= RUN;
        Skipped middle = Skipped.NOTHING;
        int head = HEAD;
        boolean resets = folded && run.get(0).packet().has(RST);
        if (folded && !resets && !rows.isEmpty() && rows.get(rows.size() - 1) instanceof Row.Fold before) {
            rows.remove(rows.size() - 1); // two folds with a few packets between say no more than one
            middle = before.packets();
            head = 0;
        }
        for (int i = 0; i < run.size(); i++) {
            if (folded && i >= head && i < run.size() - TAIL) {
                middle = middle.and(run.get(i).packet());
                if (i == run.size() - TAIL - 1) {
                    rows.add(new Row.Fold(middle, resets));
                }
            } else {
                rows.add(new Row.Packet(run.get(i)));
            }
        }
        run.clear();
    }

    /** The median. */
    private static long usualPause(List<Transit> packets) {
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < packets.size(); i++) {
            pauses.add(packets.get(i).nanos() - packets.get(i - 1).nanos());
        }
        pauses.sort(null);
        return pauses.isEmpty() ? 0 : pauses.get(pauses.size() / 2);
    }

    /** Puts in what logs and rules say: next to the packet that is nearest in time, on its right side. */
    static List<Row> with(List<Told> told, List<Row> rows) {
        List<Row> all = new ArrayList<>(rows);
        for (Told line : told) {
            int nearest = -1;
            long distance = Long.MAX_VALUE;
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i) instanceof Row.Packet packet) {
                    long off = Math.abs(packet.transit().nanos() - line.nanos());
                    if (off < distance || off == distance && !line.before()) {
                        nearest = i;
                        distance = off;
                    }
                }
            }
            boolean earlier = nearest >= 0 && all.get(nearest) instanceof Row.Packet packet
                    && (packet.transit().nanos() > line.nanos() || packet.transit().nanos() == line.nanos() && line.before());
            int at = earlier ? nearest : nearest + 1;
            while (!earlier && at < all.size() && all.get(at) instanceof Row.Line) {
                at++; // lines of one packet keep their order
            }
            all.add(at, new Row.Line(line));
        }
        return all;
    }
}
