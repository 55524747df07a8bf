package org.resetscope.firewall.internal.trace;

import java.util.IdentityHashMap;
import java.util.Map;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.firewall.internal.conntrack.ConntrackTable;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.TrackedConnection;
import org.resetscope.firewall.internal.conntrack.TrackingSettings;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/** The machine's table of connections, and how their addresses are translated. */
final class Connections {

    static final Tracked INVALID = new Tracked(CtState.INVALID, null, false, null);
    static final Tracked UNTRACKED = new Tracked(CtState.UNTRACKED, null, false, null);
    private static final long SECOND = 1_000_000_000L;

    private final ConntrackTable table;
    private final Map<TrackedConnection, Translation> translations = new IdentityHashMap<>();
    private final Numbers numbers = new Numbers();
    private long now;

    Connections(Circumstances circumstances) {
        table = new ConntrackTable(TrackingSettings.of(circumstances));
    }

    Numbers numbers() {
        return numbers;
    }

    /** A new connection is in the table once its segment has passed all rules: {@link #keep}. */
    Tracked look(Segment segment) {
        return table.see(segment.tuple(), segment.tcp(), now);
    }

    void keep(TrackedConnection connection) {
        table.confirm(connection, translation(connection).reply());
    }

    void forget() {
        table.clear();
    }

    void pass(int seconds) {
        now += seconds * SECOND;
    }

    /** Null of none. */
    Translation translation(TrackedConnection connection) {
        return connection == null ? null : translations.computeIfAbsent(connection, c -> new Translation(c.original()));
    }

    /** A connection's first segment, as conntrack sees it. */
    Tracked begin(Tuple tuple) {
        return sent(tuple, Side.CLIENT, TcpBits.SYN);
    }

    /** One of a connection whose beginning conntrack did not see. */
    Tracked takeUp(Tuple tuple) {
        return sent(tuple, Side.CLIENT, TcpBits.PSH | TcpBits.ACK);
    }

    /** What both ends send until a connection is open. */
    void open(TrackedConnection connection) {
        keep(connection);
        sent(connection.reply(), Side.SERVER, TcpBits.SYN | TcpBits.ACK);
        sent(connection.original(), Side.CLIENT, TcpBits.ACK);
        sent(connection.reply(), Side.SERVER, TcpBits.ACK);
    }

    /** The client closes, and the server acknowledges that. */
    void closeByClient(TrackedConnection connection) {
        sent(connection.original(), Side.CLIENT, TcpBits.FIN | TcpBits.ACK);
        sent(connection.reply(), Side.SERVER, TcpBits.ACK);
    }

    void reset(TrackedConnection connection) {
        sent(connection.original(), Side.CLIENT, TcpBits.RST);
    }

    /** A segment that conntrack sees and the other end takes. */
    private Tracked sent(Tuple tuple, Side from, int flags) {
        Segment segment = new Segment(tuple, numbers.segment(from, flags, Fit.IN_ORDER), Fit.IN_ORDER, false, false);
        numbers.taken(from, segment.tcp());
        return look(segment);
    }
}
