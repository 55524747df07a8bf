package org.resetscope.core.tests.build;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/** Appends integers in a chosen byte order to a growing array. */
final class ByteWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    ByteWriter() {
        this(ByteOrder.BIG_ENDIAN);
    }

    ByteWriter(ByteOrder order) {
        this.order = order;
    }

    ByteWriter u8(int value) {
        out.write(value);
        return this;
    }

    ByteWriter u16(int value) {
        return number(value, 2);
    }

    ByteWriter u32(long value) {
        return number(value, 4);
    }

    ByteWriter u48(long value) {
        return number(value, 6);
    }

    ByteWriter u64(long value) {
        return number(value, 8);
    }

    ByteWriter bytes(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    ByteWriter zeros(int count) {
        return bytes(new byte[count]);
    }

    /** Fills up with zeros to a multiple of {@code unit} bytes. */
    ByteWriter pad(int unit) {
        return zeros(Math.floorMod(-out.size(), unit));
    }

    int size() {
        return out.size();
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private ByteWriter number(long value, int size) {
        for (int i = 0; i < size; i++) {
            int shift = 8 * (order == ByteOrder.BIG_ENDIAN ? size - 1 - i : i);
            out.write((int) (value >>> shift));
        }
        return this;
    }
}
