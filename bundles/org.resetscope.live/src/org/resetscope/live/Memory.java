package org.resetscope.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** Reads native memory by its address, without an object for each. */
final class Memory {

    /** Everything, from address 0 on. */
    private static final Pointer ALL = new Pointer(0);

    private Memory() {
    }

    static long pointer(long address) {
        return ALL.getLong(address);
    }

    static int int32(long address) {
        return ALL.getInt(address);
    }

    static long int64(long address) {
        return ALL.getLong(address);
    }

    static void copy(long address, byte[] into, int length) {
        ALL.read(address, into, 0, length);
    }

    /** An int, then a short, and a short of 0. */
    static void put(long address, int first, short second) {
        ALL.setInt(address, first);
        ALL.setShort(address + 4, second);
        ALL.setShort(address + 6, (short) 0);
    }

    /** A string that ends with 0; empty for no address. */
    static String string(long address) {
        return address == 0 ? "" : ALL.getString(address, StandardCharsets.UTF_8.name());
    }

    static String text(byte[] buffer) {
        return Native.toString(buffer, StandardCharsets.UTF_8);
    }

    static long toLong(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getLong();
    }

    static long allocate(long bytes) {
        return Native.malloc(bytes);
    }

    static void free(long address) {
        Native.free(address);
    }
}
