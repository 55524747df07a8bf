package org.resetscope.firewall.internal.trace;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.firewall.internal.conntrack.TcpState;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/** The machine's table of connections. Sequence numbers are not counted: a segment says how it fits. */
final class Conntrack {

    private final List<Connection> connections = new ArrayList<>();
    private final boolean loose;
    private final boolean liberal;
    private final boolean checksums;
    private final boolean belowIsInvalid;

    Conntrack(Circumstances circumstances) {
        loose = circumstances.number("nf_conntrack_tcp_loose", 1) != 0;
        liberal = circumstances.number("nf_conntrack_tcp_be_liberal", 0) != 0
                || circumstances.number("nf_conntrack_tcp_no_window_check", 0) != 0;
        checksums = circumstances.number("nf_conntrack_checksum", 1) != 0;
        belowIsInvalid = circumstances.kernelBefore(6, 1);
    }

    void add(Connection connection) {
        if (!connections.contains(connection)) {
            connections.add(connection);
        }
    }

    void forget() {
        connections.clear();
    }

    /** A new connection is in the table once its segment has passed all rules: {@link #add}. */
    Tracked look(Segment segment) {
        if (segment.fit() == Fit.BAD_CHECKSUM && checksums) {
            return Tracked.INVALID;
        }
        for (Connection connection : connections) {
            boolean original = connection.original().equals(segment.tuple());
            if (original || connection.reply().equals(segment.tuple())) {
                return known(connection, segment, !original);
            }
        }
        TcpState first = TcpState.NONE.after(segment.flags(), false);
        boolean midstream = first == TcpState.ESTABLISHED;
        if (first != TcpState.SYN_SENT && !(midstream && loose)) {
            return Tracked.INVALID;
        }
        return new Tracked(CtState.NEW, new Connection(segment.tuple(), first), false);
    }

    private Tracked known(Connection connection, Segment segment, boolean reply) {
        TcpState after = connection.state().after(segment.flags(), reply);
        if (after == TcpState.INVALID) {
            return Tracked.INVALID;
        }
        if (after == TcpState.SYN_SENT && connection.state().compareTo(TcpState.TIME_WAIT) >= 0) {
            connections.remove(connection); // closed and opened again
            return look(segment);
        }
        if (after != TcpState.IGNORE) {
            if (!liberal && !connection.takenUp() && !fits(segment.fit())) {
                return Tracked.INVALID;
            }
            connection.state(after);
        }
        if (reply) {
            connection.setAnswered();
        }
        boolean established = reply || connection.answered();
        return new Tracked(established ? CtState.ESTABLISHED : CtState.NEW, connection, reply);
    }

    private boolean fits(Fit fit) {
        return switch (fit) {
            case OVER_WINDOW, ACK_OVER -> false;
            case BELOW_WINDOW -> !belowIsInvalid;
            default -> true;
        };
    }

    /** Puts an open connection into the table, as if its handshake had passed. */
    void open(Connection connection) {
        connection.state(TcpState.ESTABLISHED);
        connection.setAnswered();
        add(connection);
    }

    /** A segment of an open connection, for asking which rules take conntrack away from it. */
    static Segment data(Tuple tuple) {
        return Segment.of(tuple, TcpBits.PSH | TcpBits.ACK);
    }
}
