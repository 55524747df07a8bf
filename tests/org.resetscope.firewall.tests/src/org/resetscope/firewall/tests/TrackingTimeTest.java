package org.resetscope.firewall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.resetscope.core.configuration.Circumstances;
import org.resetscope.firewall.internal.conntrack.ConntrackTable;
import org.resetscope.firewall.internal.conntrack.TcpSegment;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.TrackingSettings;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/** For how long connections are remembered. */
class TrackingTimeTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Tuple THERE = new Tuple(BigInteger.ONE, 40000, BigInteger.TWO, 80);

    private final ConntrackTable table = new ConntrackTable(TrackingSettings.of(Circumstances.USUAL));

    private CtState see(ConntrackTable into, boolean reply, int flags, int sequence, int ack, long seconds) {
        TcpSegment segment = new TcpSegment(sequence, ack, flags, 500, 0, -1, false, ack, true);
        Tracked tracked = into.see(reply ? THERE.reversed() : THERE, segment, seconds * SECOND);
        if (tracked.state() == CtState.NEW) {
            into.confirm(tracked.entry(), THERE.reversed());
        }
        return tracked.state();
    }

    private long timeout() {
        return table.find(THERE).timeoutNanos() / SECOND;
    }

    @Test
    void whatIsTakenUpInItsMiddleIsKeptForAsLongAsUnansweredData() {
        see(table, false, TcpBits.ACK, 1000, 2000, 0);
        assertEquals(300, timeout());
    }

    @Test
    void anOpenConnectionIsKeptForDays() {
        see(table, false, TcpBits.SYN, 1000, 0, 0);
        assertEquals(120, timeout());
        see(table, true, TcpBits.SYN | TcpBits.ACK, 2000, 1001, 1);
        assertEquals(60, timeout());
        see(table, false, TcpBits.ACK, 1001, 2001, 2);
        see(table, true, TcpBits.ACK, 2001, 1001, 3);
        assertEquals(432_000, timeout());
    }

    @Test
    void aRepeatedSynProlongsNothing() {
        see(table, false, TcpBits.SYN, 1000, 0, 0);
        see(table, false, TcpBits.SYN, 1000, 0, 100);
        assertTrue(table.find(THERE).expired(121 * SECOND));
    }

    @Test
    void absurdTimeoutsAreBounded() {
        ConntrackTable odd = new ConntrackTable(TrackingSettings.of(new Circumstances(
                Map.of("nf_conntrack_tcp_timeout_syn_sent", Long.toString(Long.MAX_VALUE)), null)));
        see(odd, false, TcpBits.SYN, 1000, 0, 0);
        assertTrue(odd.find(THERE).timeoutNanos() > 0);
    }
}
