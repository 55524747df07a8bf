package org.resetscope.core.internal.flow;

import java.nio.charset.StandardCharsets;

import org.resetscope.core.decode.TcpPacket;

/**
 * What happened on a connection as Zeek's letters (conn.log, "history"): S SYN, H SYN,ACK, A pure ACK, D data, F FIN, R RST,
 * T retransmission, G gap, W zero window; each letter once per direction.
 */
final class History {

    private static final String LETTERS = "SHADFRTGW";

    private final byte[] marks = new byte[2 * LETTERS.length()];
    private int length;
    private int seen;

    void mark(char letter, boolean fromLow) {
        int bit = 1 << LETTERS.indexOf(letter) + (fromLow ? 0 : 16);
        if ((seen & bit) == 0) {
            seen |= bit;
            marks[length++] = (byte) (fromLow ? letter : Character.toLowerCase(letter));
        }
    }

    /** See {@link FlowTable#touch}. */
    int touch() {
        return seen;
    }

    void mark(TcpPacket p, boolean fromLow, boolean retransmission, boolean gap) {
        if (p.has(TcpPacket.RST)) {
            mark('R', fromLow);
        } else if (p.has(TcpPacket.SYN)) {
            mark(p.has(TcpPacket.ACK) ? 'H' : 'S', fromLow);
        } else {
            if (gap) {
                mark('G', fromLow);
            }
            if (p.payloadLength > 0) {
                mark(retransmission ? 'T' : 'D', fromLow);
            } else if (!p.has(TcpPacket.FIN) && p.has(TcpPacket.ACK)) {
                mark('A', fromLow);
            }
            if (p.has(TcpPacket.FIN)) {
                mark('F', fromLow);
            }
            if (p.window == 0) {
                mark('W', fromLow);
            }
        }
    }

    /** Upper case for the client. */
    String letters(boolean clientIsLow) {
        String text = new String(marks, 0, length, StandardCharsets.US_ASCII);
        if (clientIsLow) {
            return text;
        }
        StringBuilder swapped = new StringBuilder(length);
        for (char c : text.toCharArray()) {
            swapped.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return swapped.toString();
    }
}
