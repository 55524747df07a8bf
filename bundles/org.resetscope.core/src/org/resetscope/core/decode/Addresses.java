package org.resetscope.core.decode;

/** IP addresses as text. */
public final class Addresses {

    private static final int GROUPS = 8;

    private Addresses() {
    }

    /** As {@link TcpPacket} holds them: dotted for IPv4, the canonical form of RFC 5952 for IPv6. */
    public static String text(int ipVersion, long high, long low) {
        return ipVersion == 4 ? ipv4((int) low) : ipv6(high, low);
    }

    static String ipv4(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }

    static String ipv6(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> 48 - 16 * (i & 3)) & 0xffff;
        }
        int from = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = i;
            while (run < GROUPS && groups[run] == 0) {
                run++;
            }
            if (run - i > longest) {
                from = i;
                longest = run - i;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == from) {
                text.append("::");
                i += longest - 1;
            } else {
                if (i > 0 && (from < 0 || i != from + longest)) {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
