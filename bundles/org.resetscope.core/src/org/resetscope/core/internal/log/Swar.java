package org.resetscope.core.internal.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for a byte, eight at a time (SIMD within a register; Warren, Hacker's Delight, 6-1). */
final class Swar {

    static final long NEWLINE = of('\n');
    static final long DOT = of('.');
    static final long COLON = of(':');

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private Swar() {
    }

    private static long of(char c) {
        return c * 0x0101010101010101L;
    }

    /** The highest bit of each of eight bytes that is the one looked for. */
    static long matches(byte[] bytes, int from, long eight) {
        long x = (long) LONG.get(bytes, from) ^ eight;
        return ~((x & LOW_BITS) + LOW_BITS | x | LOW_BITS);
    }

    /** @param eight the byte, eight times; {@code to} is returned where there is none */
    static int indexOf(byte[] bytes, int from, int to, long eight) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long found = matches(bytes, i, eight);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        byte one = (byte) eight;
        while (i < to && bytes[i] != one) {
            i++;
        }
        return i;
    }
}
