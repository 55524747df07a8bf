package org.resetscope.core.internal.flow;


/** IP addresses as text. */
final class Addresses {

    private Addresses() {
    }

    /** Dotted for IPv4, the canonical form of RFC 5952 for IPv6. */
    static String text(int ipVersion, long high, long low) {
        if (ipVersion == 4) {
            return (low >>> 24 & 0xff) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> 48 - 16 * (i & 3)) & 0xffff;
        }
        int from = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int run = i;
            while (run < 8 && groups[run] == 0) {
                run++;
            }
            if (run - i > longest) {
                from = i;
                longest = run - i;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == from) {
                text.append("::");
                i += longest - 1;
            } else {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
