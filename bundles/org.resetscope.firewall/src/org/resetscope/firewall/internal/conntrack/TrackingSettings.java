package org.resetscope.firewall.internal.conntrack;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.resetscope.core.configuration.Circumstances;

/**
 * What the kernel's settings say of connection tracking.
 *
 * @param loose whether connections are taken up in their middle
 * @param liberal whether nothing is held against the window
 * @param checksums whether wrong ones make a segment INVALID
 * @param ignoreInvalidResets whether resets behind the window are let be
 * @param behindIsInvalid whether what lies behind the window is INVALID, as before Linux 6.1
 * @param littleBeyondIsInvalid whether what lies beyond the window by less than a window is INVALID, as before Linux 6.2
 * @param seconds for which a silent connection is kept, by its state
 * @param unacknowledged the same where data is not acknowledged, or sent again and again
 * @param rejectCloses whether a rule's reset closes the connection's entry, as since Linux 6.3
 */
public record TrackingSettings(boolean loose, boolean liberal, boolean checksums, boolean ignoreInvalidResets, boolean behindIsInvalid,
        boolean littleBeyondIsInvalid, Map<TcpState, Long> seconds, long unacknowledged, boolean rejectCloses) {

    private static final Map<TcpState, Integer> USUAL = Map.of(TcpState.SYN_SENT, 120, TcpState.SYN_RECV, 60, TcpState.ESTABLISHED, 432_000,
            TcpState.FIN_WAIT, 120, TcpState.CLOSE_WAIT, 60, TcpState.LAST_ACK, 30, TcpState.TIME_WAIT, 120, TcpState.CLOSE, 10, TcpState.SYN_SENT2, 120);
    private static final int UNACKNOWLEDGED = 300;

    public static TrackingSettings of(Circumstances circumstances) {
        Map<TcpState, Long> seconds = new EnumMap<>(TcpState.class);
        USUAL.forEach((state, usual) -> seconds.put(state, seconds(circumstances, state.name().toLowerCase(Locale.ROOT), usual)));
        return new TrackingSettings(circumstances.number("nf_conntrack_tcp_loose", 1) != 0,
                circumstances.number("nf_conntrack_tcp_be_liberal", 0) != 0 || circumstances.number("nf_conntrack_tcp_no_window_check", 0) != 0,
                circumstances.number("nf_conntrack_checksum", 1) != 0, circumstances.number("nf_conntrack_tcp_ignore_invalid_rst", 0) != 0,
                circumstances.kernelBefore(6, 1), circumstances.kernelBefore(6, 2), Map.copyOf(seconds),
                seconds(circumstances, "unacknowledged", UNACKNOWLEDGED), !circumstances.kernelBefore(6, 3));
    }

    private static long seconds(Circumstances circumstances, String name, long usual) {
        return Math.max(0, Math.min(circumstances.number("nf_conntrack_tcp_timeout_" + name, usual), Integer.MAX_VALUE));
    }
}
