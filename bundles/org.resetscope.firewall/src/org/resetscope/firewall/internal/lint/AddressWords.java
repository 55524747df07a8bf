package org.resetscope.firewall.internal.lint;

import java.math.BigInteger;

/** Addresses as text. */
final class AddressWords {

    private AddressWords() {
    }

    /** As IPv4 where it fits, which the few IPv6 addresses that small do not mind. */
    static String of(BigInteger address) {
        if (address.bitLength() <= 32) {
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
