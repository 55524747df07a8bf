package org.resetscope.ui.internal.packet;

import java.util.ArrayList;
import java.util.List;

/** Bytes as lines: offset, hexadecimal, characters; and which place in the text stands for which byte. */
final class HexDump {

    private static final int HEX_START = 6;

    /** A place in the text. */
    record Range(int start, int length) {
    }

    private final byte[] bytes;
    private final int perLine;
    private final int asciiStart;
    private final int lineLength;

    /** @param perLine bytes in a line, an even number */
    HexDump(byte[] bytes, int perLine) {
        this.bytes = bytes;
        this.perLine = perLine;
        this.asciiStart = HEX_START + perLine * 3 + 2;
        this.lineLength = asciiStart + perLine + 1;
    }

    /** Characters in a line of so many bytes. */
    static int lineLength(int perLine) {
        return HEX_START + perLine * 4 + 2;
    }

    /** Each line has the same length, so that places can be computed. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < bytes.length; line += perLine) {
            text.append(String.format("%04x  ", line));
            StringBuilder ascii = new StringBuilder();
            for (int i = line; i < line + perLine; i++) {
                boolean there = i < bytes.length;
                text.append(there ? String.format("%02x ", bytes[i]) : "   ").append(i == line + perLine / 2 - 1 ? " " : "");
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
            int lineEnd = Math.min(end, (at / perLine + 1) * perLine);
            int lineStart = at / perLine * lineLength;
            int first = lineStart + hex(at % perLine);
            ranges.add(new Range(first, lineStart + hex((lineEnd - 1) % perLine) + 2 - first));
            ranges.add(new Range(lineStart + asciiStart + at % perLine, lineEnd - at));
            at = lineEnd;
        }
        return ranges;
    }

    /** The byte that stands at a place in the text, or -1. */
    int byteAt(int place) {
        int line = place / lineLength;
        int column = place % lineLength;
        int within = -1;
        if (column >= asciiStart && column < asciiStart + perLine) {
            within = column - asciiStart;
        } else if (column >= HEX_START && column < asciiStart - 2) {
            int half = perLine / 2;
            within = column < hex(half) ? Math.min(half - 1, (column - HEX_START) / 3) : half + (column - hex(half)) / 3;
        }
        int at = line * perLine + within;
        return within >= 0 && at < bytes.length ? at : -1;
    }

    private int hex(int within) {
        return HEX_START + within * 3 + (within >= perLine / 2 ? 1 : 0);
    }
}
