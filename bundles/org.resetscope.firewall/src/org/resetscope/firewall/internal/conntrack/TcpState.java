package org.resetscope.firewall.internal.conntrack;

import org.resetscope.firewall.internal.model.TcpBits;

/** conntrack's states of a TCP connection, and how segments change them (tcp_conntracks in nf_conntrack_proto_tcp.c). */
public enum TcpState {
    NONE, SYN_SENT, SYN_RECV, ESTABLISHED, FIN_WAIT, CLOSE_WAIT, LAST_ACK, TIME_WAIT, CLOSE, SYN_SENT2,
    /** The segment does not belong there. */
    INVALID,
    /** The segment passes and changes nothing. */
    IGNORE;

    /** A row for each kind of segment (SYN, SYN-ACK, FIN, ACK, RST), a column for each state from NONE to SYN_SENT2. */
    private static final String[] ORIGINAL = { //
            "SS SS IG IG IG IG IG SS SS S2", //
            "IV IV SR IV IV IV IV IV IV SR", //
            "IV IV FW FW LA LA LA TW CL IV", //
            "ES IV ES ES CW CW TW TW CL IV", //
            "IV CL CL CL CL CL CL CL CL CL" };
    private static final String[] REPLY = { //
            "IV S2 IV IV IV IV IV SS IV S2", //
            "IV SR IG IG IG IG IG IG IG SR", //
            "IV IV FW FW LA LA LA TW CL IV", //
            "IV IG SR ES CW CW TW TW CL IG", //
            "IV CL CL CL CL CL CL CL CL CL" };

    /** The state after a segment; INVALID and IGNORE leave the connection's as it is. */
    public TcpState after(int flags, boolean reply) {
        int kind = kind(flags);
        if (kind < 0 || !sensible(flags)) {
            return INVALID;
        }
        String row = (reply ? REPLY : ORIGINAL)[kind];
        return switch (row.substring(3 * ordinal(), 3 * ordinal() + 2)) {
            case "SS" -> SYN_SENT;
            case "SR" -> SYN_RECV;
            case "ES" -> ESTABLISHED;
            case "FW" -> FIN_WAIT;
            case "CW" -> CLOSE_WAIT;
            case "LA" -> LAST_ACK;
            case "TW" -> TIME_WAIT;
            case "CL" -> CLOSE;
            case "S2" -> SYN_SENT2;
            case "IG" -> IGNORE;
            default -> INVALID;
        };
    }

    private static int kind(int flags) {
        if ((flags & TcpBits.RST) != 0) {
            return 4;
        } else if ((flags & TcpBits.SYN) != 0) {
            return (flags & TcpBits.ACK) != 0 ? 1 : 0;
        } else if ((flags & TcpBits.FIN) != 0) {
            return 2;
        }
        return (flags & TcpBits.ACK) != 0 ? 3 : -1;
    }

    /** Whether a TCP would send these flags together (tcp_valid_flags). */
    private static boolean sensible(int flags) {
        return switch (flags & ~TcpBits.PSH) {
            case TcpBits.SYN, TcpBits.SYN | TcpBits.URG, TcpBits.SYN | TcpBits.ACK, TcpBits.RST, TcpBits.RST | TcpBits.ACK,
                    TcpBits.FIN | TcpBits.ACK, TcpBits.FIN | TcpBits.ACK | TcpBits.URG, TcpBits.ACK, TcpBits.ACK | TcpBits.URG -> true;
            default -> false;
        };
    }
}
