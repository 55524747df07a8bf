package org.resetscope.core.detect;

/** Arithmetic on 32-bit sequence numbers that wrap (RFC 9293, 3.4). */
public final class Sequence {

    private Sequence() {
    }

    /** How far {@code a} lies beyond {@code b}; negative when before. */
    public static int distance(int a, int b) {
        return a - b;
    }

    public static boolean after(int a, int b) {
        return a - b > 0;
    }

    public static long unsigned(int a) {
        return a & 0xffffffffL;
    }
}
