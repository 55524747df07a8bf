package org.resetscope.firewall.internal.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Interface names as numbers, so that names and prefixes ("eth+") are intervals as addresses are. */
public final class Interfaces {

    /** Bytes of a name, without the final zero (IFNAMSIZ - 1 in linux/if.h). */
    private static final int LENGTH = 15;

    public static final IntervalSet ALL = IntervalSet.ofBits(8 * LENGTH);
    public static final IntervalSet LOOPBACK = named("lo");
    /** The value of a packet that has no such interface, and of no real one. */
    public static final IntervalSet NONE = IntervalSet.of(0, 0);
    public static final IntervalSet LINKS = ALL.minus(LOOPBACK).minus(NONE);

    private Interfaces() {
    }

    public static IntervalSet named(String name) {
        return range(name, name.length(), 0);
    }

    /** All that begin so. */
    public static IntervalSet prefixed(String prefix) {
        return range(prefix, prefix.length(), 0xff);
    }

    /** The name of a value. */
    public static String name(BigInteger value) {
        StringBuilder name = new StringBuilder();
        for (int shift = 8 * (LENGTH - 1); shift >= 0; shift -= 8) {
            int c = value.shiftRight(shift).intValue() & 0xff;
            if (c == 0) {
                break;
            }
            name.append((char) c);
        }
        return name.toString();
    }

    private static IntervalSet range(String text, int length, int fill) {
        byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), LENGTH);
        byte[] end = bytes.clone();
        if (length < LENGTH) {
            Arrays.fill(end, length, LENGTH, (byte) fill);
        }
        return IntervalSet.of(new BigInteger(1, bytes), new BigInteger(1, end));
    }
}
