package org.resetscope.core.detect;

/** Arithmetic on 32-bit sequence numbers that wrap (RFC 9293, 3.4). */
public final class Sequence {

    private Sequence() {
    }

    /** How far {@code a} lies beyond {@code b}; negative when before. */
    public static int distance(int a, int b) {
        return a - b;
    }

    /** Whether {@code a} lies beyond {@code b}, both taken to be less than 2^31 apart. */
    public static boolean after(int a, int b) {
        return a - b > 0;
    }

    /** As people read it: 0 to 2^32 - 1. */
    public static long unsigned(int a) {
        return a & 0xffffffffL;
    }
}
