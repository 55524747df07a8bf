package org.resetscope.core.internal.log;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Collection;

/** Tells lines that may name one of some addresses from those that do not, by their bytes: most lines do not, and cost little. */
final class AddressFilter {

    private static final int SPREAD = 0x9e3779b9;
    private static final int OCTETS = 4;
    private static final int MOST_DIGITS = 3;
    /** Times have two; an address without "::" has seven. */
    private static final int TELLING_COLONS = 6;
    private static final int MOST_HEX = 4;

    /** Open addressing; 0.0.0.0 is no address of a connection, so 0 is free. */
    private final int[] ipv4;
    private final int shift;
    private final boolean ipv6;

    /** @param addresses as captures have them */
    AddressFilter(Collection<String> addresses) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(8, addresses.size() * 2));
        ipv4 = new int[1 << bits];
        shift = 32 - bits;
        boolean colons = false;
        for (String address : addresses) {
            if (address.indexOf(':') >= 0) {
                colons = true;
            } else {
                add(number(address));
            }
        }
        ipv6 = colons;
    }

    private static int number(String address) {
        try {
            return ByteBuffer.wrap(InetAddress.getByName(address).getAddress()).getInt(); // digits and dots are never looked up
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private void add(int address) {
        int slot = address * SPREAD >>> shift;
        while (ipv4[slot] != 0 && ipv4[slot] != address) {
            slot = slot + 1 & ipv4.length - 1;
        }
        ipv4[slot] = address;
    }

    private boolean wanted(int address) {
        int slot = address * SPREAD >>> shift;
        while (ipv4[slot] != 0) {
            if (ipv4[slot] == address) {
                return true;
            }
            slot = slot + 1 & ipv4.length - 1;
        }
        return false;
    }

    /** True for each line that names one, and for some that do not. */
    boolean mayName(byte[] line, int from, int to) {
        return hasIpv4(line, from, to) || ipv6 && hasIpv6(line, from, to);
    }

    private boolean hasIpv4(byte[] line, int from, int to) {
        int read = from;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            for (long dots = Swar.matches(line, i, Swar.DOT); dots != 0; dots &= dots - 1) {
                int dot = i + (Long.numberOfTrailingZeros(dots) >>> 3);
                if (dot > read && dot + 1 < to && digit(line[dot - 1]) && digit(line[dot + 1])) {
                    read = address(line, from, dot, to);
                    if (read < 0) {
                        return true;
                    }
                }
            }
        }
        for (; i < to; i++) {
            if (line[i] == '.' && i > read && address(line, from, i, to) < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param dot the first one of an address, if it is one
     * @return where reading goes on, or -1 where it is a wanted one
     */
    private int address(byte[] line, int from, int dot, int to) {
        int start = dot;
        while (start > from && dot - start < MOST_DIGITS && digit(line[start - 1])) {
            start--;
        }
        int address = 0;
        int at = start;
        for (int octet = 0; octet < OCTETS; octet++) {
            int value = 0;
            int first = at;
            while (at < to && at - first < MOST_DIGITS && digit(line[at])) {
                value = value * 10 + line[at++] - '0';
            }
            if (at == first || octet < OCTETS - 1 && (at >= to || line[at++] != '.')) {
                return at - 1;
            }
            address = address << 8 | value;
        }
        return wanted(address) ? -1 : at;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean hasIpv6(byte[] line, int from, int to) {
        int before = from - MOST_HEX;
        int colons = 0;
        for (int colon = Swar.indexOf(line, from, to, Swar.COLON); colon < to; colon = Swar.indexOf(line, colon + 1, to, Swar.COLON)) {
            if (colon + 1 < to && line[colon + 1] == ':') {
                return true;
            }
            colons = colon - before <= MOST_HEX + 1 ? colons + 1 : 1;
            if (colons == TELLING_COLONS) {
                return true;
            }
            before = colon;
        }
        return false;
    }
}
