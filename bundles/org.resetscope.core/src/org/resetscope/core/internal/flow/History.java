package org.resetscope.core.internal.flow;

import org.resetscope.core.decode.TcpPacket;

/**
 * What happened on a connection as Zeek's letters (conn.log, "history"): S SYN, H SYN,ACK, A pure ACK, D data, F FIN, R RST,
 * T retransmission, G gap, W zero window; each letter once per direction. Part of the flow's state, since every packet looks at it.
 */
abstract class History {

    private static final String LETTERS = "SHADFRTGW";
    private static final int SYN = 0;
    private static final int SYN_ACK = 1;
    private static final int PURE_ACK = 2;
    private static final int DATA = 3;
    private static final int FIN = 4;
    private static final int RESET = 5;
    private static final int RETRANSMISSION = 6;
    private static final int GAP = 7;
    private static final int ZERO_WINDOW = 8;
    private static final int HIGH = 16;
    private static final int BITS = 5;
    private static final int IN_A_WORD = Long.SIZE / BITS;

    /** The marks in their order, five bits each. */
    private long first;
    private long rest;
    private int seen;
    private byte length;

    private void mark(int letter, boolean fromLow) {
        int mark = fromLow ? letter : letter + HIGH;
        if ((seen & 1 << mark) == 0) {
            seen |= 1 << mark;
            if (length < IN_A_WORD) {
                first |= (long) mark << length * BITS;
            } else {
                rest |= (long) mark << (length - IN_A_WORD) * BITS;
            }
            length++;
        }
    }

    final void mark(TcpPacket p, boolean fromLow, boolean retransmission, boolean gap) {
        if (p.has(TcpPacket.RST)) {
            mark(RESET, fromLow);
        } else if (p.has(TcpPacket.SYN)) {
            mark(p.has(TcpPacket.ACK) ? SYN_ACK : SYN, fromLow);
        } else {
            if (gap) {
                mark(GAP, fromLow);
            }
            if (p.payloadLength > 0) {
                mark(retransmission ? RETRANSMISSION : DATA, fromLow);
            } else if (!p.has(TcpPacket.FIN) && p.has(TcpPacket.ACK)) {
                mark(PURE_ACK, fromLow);
            }
            if (p.has(TcpPacket.FIN)) {
                mark(FIN, fromLow);
            }
            if (p.window == 0) {
                mark(ZERO_WINDOW, fromLow);
            }
        }
    }

    /** Upper case for the client. */
    final String letters(boolean clientIsLow) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int mark = (int) ((i < IN_A_WORD ? first >>> i * BITS : rest >>> (i - IN_A_WORD) * BITS) & (1 << BITS) - 1);
            char letter = LETTERS.charAt(mark % HIGH);
            text.append(mark < HIGH == clientIsLow ? letter : Character.toLowerCase(letter));
        }
        return text.toString();
    }
}
