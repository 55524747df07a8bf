package org.resetscope.firewall.internal.read;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** IPv6 addresses as text (RFC 4291, section 2.2); asks no name server, unlike InetAddress. */
final class AddressV6 {

    private AddressV6() {
    }

    /** @return null for what is no address */
    static BigInteger parse(String text) {
        if (text.length() > 45 || text.indexOf(':') < 0) {
            return null;
        }
        int gap = text.indexOf("::");
        List<Integer> left = words(gap < 0 ? text : text.substring(0, gap));
        List<Integer> right = gap < 0 ? List.of() : words(text.substring(gap + 2));
        if (left == null || right == null) {
            return null;
        }
        int missing = 8 - left.size() - right.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < 8; i++) {
            int word = i < left.size() ? left.get(i) : i < 8 - right.size() ? 0 : right.get(i - 8 + right.size());
            value = value.shiftLeft(16).or(BigInteger.valueOf(word));
        }
        return value;
    }

    private static List<Integer> words(String text) {
        List<Integer> words = new ArrayList<>();
        if (text.isEmpty()) {
            return words;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                BigInteger v4 = Values.dotted(parts[i]);
                if (v4 == null) {
                    return null;
                }
                words.add(v4.shiftRight(16).intValue());
                words.add(v4.intValue() & 0xffff);
            } else {
                int word = parts[i].length() > 4 || parts[i].startsWith("0x") ? -1 : Values.number("0x" + parts[i], 0xffff);
                if (word < 0) {
                    return null;
                }
                words.add(word);
            }
        }
        return words;
    }
}
