package org.resetscope.core.annotate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pieces of pcapng blocks. */
final class Blocks {

    static final int SECTION_HEADER = 0x0a0d0d0a;
    static final int INTERFACE_DESCRIPTION = 1;
    static final int OBSOLETE_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int ENHANCED_PACKET = 6;
    static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;

    static final int COMMENT = 1;
    static final int END_OF_OPTIONS = 4;
    private static final int OPTION_HEADER = 4;

    private Blocks() {
    }

    static int padded(int length) {
        return length + 3 & ~3;
    }

    /**
     * Comment options, one for each text.
     *
     * @param end whether the end of the options follows
     */
    static ByteBuffer comments(List<String> texts, boolean end, ByteOrder order) {
        List<byte[]> encoded = texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
        int length = encoded.stream().mapToInt(e -> OPTION_HEADER + padded(e.length)).sum() + (end ? END_OF_OPTIONS : 0);
        ByteBuffer options = ByteBuffer.allocate(length).order(order);
        for (byte[] text : encoded) {
            options.putShort((short) COMMENT).putShort((short) text.length).put(text);
            options.position(padded(options.position()));
        }
        return options.rewind();
    }
}
