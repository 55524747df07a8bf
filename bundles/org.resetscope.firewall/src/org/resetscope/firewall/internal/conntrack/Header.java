package org.resetscope.firewall.internal.conntrack;

import org.resetscope.core.decode.TcpPacket;

/**
 * What conntrack reads of a TCP segment.
 *
 * @param end sequence number after the segment; SYN and FIN count
 * @param window unscaled
 * @param sack the highest right edge of its SACK blocks, or its acknowledgement where it has none
 * @param scale shift of its window scale option, -1 where it has none
 * @param badChecksum whether its checksum is known to be wrong
 */
record Header(int flags, int seq, int ack, int end, int window, int sack, boolean options, int scale, boolean sackPermitted,
        boolean badChecksum) {

    private static final int EOL = 0;
    private static final int NOP = 1;
    private static final int SACK = 5;
    private static final int BLOCK = 8;
    private static final int MOST_SCALE = 14;
    private static final int UNKNOWN_WINDOW = 0xffff;

    static Header of(TcpPacket p, boolean badChecksum) {
        return new Header(p.flags & 0x3f, p.seq, p.ack, p.seq + p.sequenceLength(), p.window < 0 ? UNKNOWN_WINDOW : p.window, sack(p),
                p.optionsLength > 0, Math.min(p.windowScale, MOST_SCALE), p.sackPermitted, badChecksum);
    }

    private static int sack(TcpPacket p) {
        int highest = p.ack;
        if (p.sackBlocks == 0) {
            return highest;
        }
        int end = p.optionsOffset + p.optionsLength;
        for (int at = p.optionsOffset; at < end && p.buffer.get(at) != EOL;) {
            int kind = p.buffer.get(at);
            int length = kind == NOP ? 1 : at + 1 < end ? p.buffer.get(at + 1) & 0xff : 0;
            if (length < 1 || kind != NOP && length < 2 || at + length > end) {
                break;
            }
            if (kind == SACK) {
                for (int block = at + 2; block + BLOCK <= at + length; block += BLOCK) {
                    int right = p.buffer.getInt(block + BLOCK / 2);
                    highest = right - highest > 0 ? right : highest;
                }
            }
            at += length;
        }
        return highest;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
