package org.resetscope.core.internal.analyze;

/** TCP flags as letters. */
final class Flags {

    private static final String LETTERS = "FSRPAUEC";

    private Flags() {
    }

    /** In the order of the header's low bits, FIN first: "R", "RA", "FPA". */
    static String letters(int flags) {
        StringBuilder text = new StringBuilder(4);
        for (int bit = 0; bit < LETTERS.length(); bit++) {
            if ((flags >> bit & 1) != 0) {
                text.append(LETTERS.charAt(bit));
            }
        }
        return text.toString();
    }
}
