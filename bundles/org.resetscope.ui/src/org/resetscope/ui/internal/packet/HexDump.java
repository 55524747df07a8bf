package org.resetscope.ui.internal.packet;

import java.util.ArrayList;
import java.util.List;

/** Bytes as lines of sixteen: offset, hexadecimal, characters; and which place in the text stands for which byte. */
final class HexDump {

    private static final int PER_LINE = 16;
    private static final int HEX_START = 6;
    private static final int ASCII_START = HEX_START + PER_LINE * 3 + 2;
    private static final int LINE_LENGTH = ASCII_START + PER_LINE + 1;

    /** A place in the text. */
    record Range(int start, int length) {
    }

    private final byte[] bytes;

    HexDump(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Each line has the same length, so that places can be computed. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < bytes.length; line += PER_LINE) {
            text.append(String.format("%04x  ", line));
            StringBuilder ascii = new StringBuilder();
            for (int i = line; i < line + PER_LINE; i++) {
                boolean there = i < bytes.length;
                text.append(there ? String.format("%02x ", bytes[i]) : "   ").append(i == line + PER_LINE / 2 - 1 ? " " : "");
                ascii.append(!there ? ' ' : bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            text.append(' ').append(ascii).append('\n');
        }
        return text.toString();
    }

    /** Where bytes stand, both as numbers and as characters. */
    List<Range> ranges(int offset, int length) {
        List<Range> ranges = new ArrayList<>();
        int end = Math.min(offset + length, bytes.length);
        for (int at = offset; at < end;) {
            int lineEnd = Math.min(end, (at / PER_LINE + 1) * PER_LINE);
            int lineStart = at / PER_LINE * LINE_LENGTH;
            int first = lineStart + hex(at % PER_LINE);
            ranges.add(new Range(first, lineStart + hex((lineEnd - 1) % PER_LINE) + 2 - first));
            ranges.add(new Range(lineStart + ASCII_START + at % PER_LINE, lineEnd - at));
            at = lineEnd;
        }
        return ranges;
    }

    /** The byte that stands at a place in the text, or -1. */
    int byteAt(int place) {
        int line = place / LINE_LENGTH;
        int column = place % LINE_LENGTH;
        int within = -1;
        if (column >= ASCII_START && column < ASCII_START + PER_LINE) {
            within = column - ASCII_START;
        } else if (column >= HEX_START && column < ASCII_START - 2) {
            int half = PER_LINE / 2;
            within = column < hex(half) ? Math.min(half - 1, (column - HEX_START) / 3) : half + (column - hex(half)) / 3;
        }
        int at = line * PER_LINE + within;
        return within >= 0 && at < bytes.length ? at : -1;
    }

    private static int hex(int within) {
        return HEX_START + within * 3 + (within >= PER_LINE / 2 ? 1 : 0);
    }
}
