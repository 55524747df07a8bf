package org.resetscope.vendors.internal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a BIG-IP writes into the payload of a reset where the system variable tm.rstcause.pkt is enabled (F5 article K13223), as in
 * {@code BIG-IP: [0x31ae141:4666] {peer} TCP RST from remote system}: ASCII to the last byte, without a terminator.
 *
 * @param place where in its software the reset was made; of use to F5's support
 * @param peer the reason lies in the connection on the other side of the BIG-IP
 * @param reason in F5's words; cut off where the capture is
 */
record BigIpMessage(String place, boolean peer, String reason) {

    private static final Pattern FORMAT = Pattern.compile("BIG-IP: \\[(0x[0-9a-f]{1,16}:\\d{1,9})\\] (\\{peer\\} ?)?([\\x20-\\x7e]*)");

    /** The message, or null where the payload is none. */
    static BigIpMessage of(byte[] payload) {
        Matcher message = FORMAT.matcher(new String(payload, StandardCharsets.ISO_8859_1));
        return message.matches() ? new BigIpMessage(message.group(1), message.group(2) != null, message.group(3).strip()) : null;
    }
}
