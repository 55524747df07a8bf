package org.resetscope.firewall.internal.trace;

import org.resetscope.firewall.internal.conntrack.TcpSegment;
import org.resetscope.firewall.internal.model.TcpBits;

/** The sequence numbers of both ends of the connection. Neither scales its window. */
final class Numbers {

    private static final int WINDOW = 65535;
    private static final int DATA = 10;
    /** Beyond every window. */
    private static final int FAR = 3_000_000;
    private static final int WITHIN = 1000;

    private int client = 1_000_000_000;
    private int server = 2_000_000_000;

    /** A segment that an end sends now. */
    TcpSegment segment(Side from, int flags, Fit fit) {
        int sequence = (from == Side.CLIENT ? client : server) + switch (fit) {
            case OVER_WINDOW -> FAR;
            case BELOW_WINDOW -> -FAR;
            case REORDERED -> WITHIN;
            default -> 0;
        };
        int due = from == Side.CLIENT ? server : client;
        int acknowledgement = (flags & TcpBits.ACK) == 0 ? 0 : fit == Fit.ACK_OVER ? due + FAR : due;
        int length = (flags & TcpBits.PSH) != 0 && (flags & (TcpBits.SYN | TcpBits.RST)) == 0 ? DATA : 0;
        return segment(sequence, acknowledgement, flags, WINDOW, length, fit != Fit.BAD_CHECKSUM);
    }

    /** The reset that answers a segment (RFC 9293, section 3.5.2). */
    static TcpSegment reset(TcpSegment offender) {
        boolean acknowledges = (offender.flags() & TcpBits.ACK) != 0;
        return acknowledges ? segment(offender.acknowledgement(), 0, TcpBits.RST, 0, 0, true)
                : segment(0, offender.end(), TcpBits.RST | TcpBits.ACK, 0, 0, true);
    }

    private static TcpSegment segment(int sequence, int acknowledgement, int flags, int window, int length, boolean good) {
        return new TcpSegment(sequence, acknowledgement, flags, window, length, -1, false, acknowledgement, good);
    }

    /** The other end has taken what an end sent, where it was what comes next. */
    void taken(Side from, TcpSegment segment) {
        if (from == Side.CLIENT && segment.sequence() == client) {
            client = segment.end();
        } else if (from == Side.SERVER && segment.sequence() == server) {
            server = segment.end();
        }
    }
}
