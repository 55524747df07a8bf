package org.resetscope.core.tests.build;

/** The ones' complement sum of RFC 1071, written for clearness and independently of the code under test. */
final class InternetChecksum {

    private InternetChecksum() {
    }

    /** Folded sum over the bytes, not complemented. */
    static int sum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (long) (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum > 0xffff) {
            sum = (sum >> 16) + (sum & 0xffff);
        }
        return (int) sum;
    }

    static int of(byte[] bytes) {
        return ~sum(bytes) & 0xffff;
    }

    static void put(byte[] bytes, int at, int checksum) {
        bytes[at] = (byte) (checksum >> 8);
        bytes[at + 1] = (byte) checksum;
    }
}
