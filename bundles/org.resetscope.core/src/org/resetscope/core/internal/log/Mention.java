package org.resetscope.core.internal.log;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.decode.Addresses;
import org.resetscope.core.model.Endpoint;

/**
 * An address in a message.
 *
 * @param port -1 where none is written
 */
record Mention(String address, int port) {

    private static final int NO_PORT = -1;
    private static final int LONGEST_ADDRESS = 45;
    private static final int MOST = 32;
    /** As OpenSSH ("10.0.0.1 port 22"), PostgreSQL ("10.0.0.1(22)") and what brackets IPv6 ("[::1]:22") write it. */
    private static final Pattern PORT_AFTER = Pattern.compile("(?: port |\\(|\\]:)(\\d{1,5})\\b");
    /** As netfilter's LOG target writes them, apart from the addresses. */
    private static final Pattern SOURCE_PORT = Pattern.compile("\\bSPT=(\\d{1,5})\\b");
    private static final Pattern DESTINATION_PORT = Pattern.compile("\\bDPT=(\\d{1,5})\\b");

    Endpoint endpoint() {
        return new Endpoint(address, port);
    }

    /** Those of a line, in order; only as many as a sensible line has. */
    static List<Mention> in(String text) {
        List<Mention> mentions = new ArrayList<>(2);
        for (int i = 0; i < text.length() && mentions.size() < MOST;) {
            int end = i;
            while (end < text.length() && part(text.charAt(end))) {
                end++;
            }
            boolean begins = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
            if (end - i >= 3 && begins && end - i <= LONGEST_ADDRESS + 6) {
                Mention mention = of(text, i, end);
                if (mention != null) {
                    mentions.add(mention);
                }
            }
            i = end + 1;
        }
        return mentions;
    }

    private static boolean part(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == ':' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static Mention of(String text, int start, int end) {
        String token = text.substring(start, end);
        String prefix = token.startsWith("::ffff:") && token.indexOf('.') > 0 ? "::ffff:" : "";
        token = token.substring(prefix.length());
        long dots = token.chars().filter(c -> c == '.').count();
        int colon = token.indexOf(':');
        if (dots >= 3) {
            String address = colon < 0 ? token : token.substring(0, colon);
            address = address.endsWith(".") ? address.substring(0, address.length() - 1) : address;
            int port = colon < 0 ? after(text, start, end) : port(token.substring(colon + 1));
            return v4(address) ? new Mention(address, port) : null;
        }
        if (colon < 0 || colon == token.lastIndexOf(':')) {
            return null;
        }
        String address = v6(token.endsWith(":") && !token.endsWith("::") ? token.substring(0, token.length() - 1) : token);
        return address == null ? null : new Mention(address, after(text, start, end));
    }

    private static int after(String text, int start, int end) {
        Matcher m = PORT_AFTER.matcher(text).region(end, Math.min(text.length(), end + 12));
        if (m.lookingAt()) {
            return port(m.group(1));
        }
        boolean source = text.startsWith("SRC=", start - 4);
        if (source || text.startsWith("DST=", start - 4)) {
            Matcher ports = (source ? SOURCE_PORT : DESTINATION_PORT).matcher(text).region(end, text.length());
            return ports.find() ? port(ports.group(1)) : NO_PORT;
        }
        return NO_PORT;
    }

    private static int port(String digits) {
        int length = 0;
        while (length < digits.length() && length < 6 && Character.isDigit(digits.charAt(length))) {
            length++;
        }
        int port = length == 0 ? NO_PORT : Integer.parseInt(digits.substring(0, length));
        return port > 0xffff ? NO_PORT : port;
    }

    private static boolean v4(String text) {
        String[] parts = text.split("\\.", -1);
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return parts.length == 4;
    }

    /** As a capture's addresses are written; null where it is none. */
    private static String v6(String text) {
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress(); // with a colon it is never looked up
            ByteBuffer groups = ByteBuffer.wrap(bytes);
            return bytes.length == 16 ? Addresses.text(6, groups.getLong(), groups.getLong()) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
