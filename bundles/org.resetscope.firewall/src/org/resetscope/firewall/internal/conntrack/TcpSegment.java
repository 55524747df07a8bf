package org.resetscope.firewall.internal.conntrack;

import org.resetscope.firewall.internal.model.TcpBits;

/**
 * What connection tracking looks at in a TCP segment.
 *
 * @param sequence as sent, 32 bits
 * @param acknowledgement as sent, 32 bits
 * @param flags as {@link TcpBits}
 * @param window as sent, not scaled
 * @param length bytes of payload
 * @param scale of the Window Scale option; -1 where there is none
 * @param sackPermitted whether it has the SACK Permitted option
 * @param highestSack the highest right edge of its SACK blocks; the acknowledgement where there are none
 * @param checksumGood whether the checksum is right, or not known
 */
public record TcpSegment(int sequence, int acknowledgement, int flags, int window, int length, int scale, boolean sackPermitted, int highestSack,
        boolean checksumGood) {

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** The sequence number after its last byte; SYN and FIN count as one. */
    public int end() {
        return sequence + length + (has(TcpBits.SYN) ? 1 : 0) + (has(TcpBits.FIN) ? 1 : 0);
    }
}
