package org.resetscope.firewall.internal.model;

import java.math.BigInteger;

/** Addresses as text. */
public final class AddressWords {

    private AddressWords() {
    }

    /** A range: as an address, a prefix, or two addresses. */
    public static String of(BigInteger low, BigInteger high, int bits) {
        BigInteger span = high.subtract(low);
        int host = span.bitLength();
        boolean prefix = span.bitCount() == host && low.getLowestSetBit() >= host || low.signum() == 0 && span.bitCount() == host;
        return of(low, bits) + (host == 0 ? "" : prefix ? "/" + (bits - host) : "-" + of(high, bits));
    }

    private static String of(BigInteger address, int bits) {
        if (bits == 32) {
            long v = address.longValue();
            return (v >> 24 & 255) + "." + (v >> 16 & 255) + "." + (v >> 8 & 255) + "." + (v & 255);
        }
        StringBuilder text = new StringBuilder();
        for (int shift = 112; shift >= 0; shift -= 16) {
            text.append(Integer.toHexString(address.shiftRight(shift).intValue() & 0xffff)).append(shift == 0 ? "" : ":");
        }
        return text.toString().replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }
}
