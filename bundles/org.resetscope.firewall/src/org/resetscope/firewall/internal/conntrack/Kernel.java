package org.resetscope.firewall.internal.conntrack;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.firewall.internal.trace.TcpState;

/** The kernel's settings for the tracking of TCP (networking/nf_conntrack-sysctl.rst), with its defaults. */
public final class Kernel {

    private static final long SECOND = 1_000_000_000L;
    private static final long FIVE_DAYS = 432_000;

    final boolean loose;
    final boolean liberal;
    final boolean checksums;
    final boolean ignoresInvalidResets;
    /** Whether segments that are merely old count as INVALID, as they did before Linux 6.1. */
    final boolean oldIsInvalid;
    /** Whether a reset that a rule sends closes the connection's entry, as since Linux 6.3. */
    final boolean rejectCloses;
    final long mostRetransmissions;
    final long retransmittedNanos;
    final long unacknowledgedNanos;
    private final Circumstances circumstances;
    private final long[] nanos = new long[TcpState.values().length];

    public Kernel(Circumstances circumstances) {
        this.circumstances = circumstances;
        loose = circumstances.number("nf_conntrack_tcp_loose", 1) != 0;
        liberal = circumstances.number("nf_conntrack_tcp_be_liberal", 0) != 0
                || circumstances.number("nf_conntrack_tcp_no_window_check", 0) != 0;
        checksums = circumstances.number("nf_conntrack_checksum", 1) != 0;
        ignoresInvalidResets = circumstances.number("nf_conntrack_tcp_ignore_invalid_rst", 0) != 0;
        oldIsInvalid = circumstances.kernelBefore(6, 1);
        rejectCloses = !circumstances.kernelBefore(6, 3);
        mostRetransmissions = circumstances.number("nf_conntrack_tcp_max_retrans", 3);
        retransmittedNanos = timeout("max_retrans", 300);
        unacknowledgedNanos = timeout("unacknowledged", 300);
        set(TcpState.SYN_SENT, "syn_sent", 120);
        set(TcpState.SYN_SENT2, "syn_sent", 120);
        set(TcpState.SYN_RECV, "syn_recv", 60);
        set(TcpState.ESTABLISHED, "established", FIVE_DAYS);
        set(TcpState.FIN_WAIT, "fin_wait", 120);
        set(TcpState.CLOSE_WAIT, "close_wait", 60);
        set(TcpState.LAST_ACK, "last_ack", 30);
        set(TcpState.TIME_WAIT, "time_wait", 120);
        set(TcpState.CLOSE, "close", 10);
    }

    /** How long a connection in a state is remembered. */
    long nanos(TcpState state) {
        return nanos[state.ordinal()];
    }

    private void set(TcpState state, String name, long usualSeconds) {
        nanos[state.ordinal()] = timeout(name, usualSeconds);
    }

    private long timeout(String name, long usualSeconds) {
        long seconds = circumstances.number("nf_conntrack_tcp_timeout_" + name, usualSeconds);
        return Math.max(0, Math.min(seconds, Integer.MAX_VALUE)) * SECOND;
    }
}
