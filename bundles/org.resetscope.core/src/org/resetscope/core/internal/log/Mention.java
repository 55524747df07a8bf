package org.resetscope.core.internal.log;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
    /** Of an address with a port after it. */
    private static final int LONGEST = 51;
    private static final int GROUP_COLONS = 7;
    /** Before IPv4 addresses that came to a socket of IPv6. */
    private static final String MAPPED = "::ffff:";
    private static final int MOST = 32;
    /** As OpenSSH ("10.0.0.1 port 22"), PostgreSQL ("10.0.0.1(22)") and what brackets IPv6 ("[::1]:22") write it. */
    private static final Pattern PORT_AFTER = Pattern.compile("(?: port |\\(|\\]:)(\\d{1,5})\\b");
    /** As netfilter's LOG target writes them, apart from the addresses. */
    private static final Pattern SOURCE_PORT = Pattern.compile("\\bSPT=(\\d{1,5})\\b");
    private static final Pattern DESTINATION_PORT = Pattern.compile("\\bDPT=(\\d{1,5})\\b");

    Endpoint endpoint() {
        return new Endpoint(address, port);
    }

    /**
     * Those of a line, in order; only as many as a sensible line has.
     *
     * @param wanted addresses that matter: most lines have none of them, and should cost little
     */
    static List<Mention> in(String text, Predicate<String> wanted) {
        List<Mention> mentions = List.of();
        int length = text.length();
        int i = 0;
        while (i < length && mentions.size() < MOST) {
            int start = i;
            int dots = 0;
            int colons = 0;
            for (; i < length && part(text.charAt(i)); i++) {
                dots += text.charAt(i) == '.' ? 1 : 0;
                colons += text.charAt(i) == ':' ? 1 : 0;
            }
            boolean address = (dots >= 3 || colons >= 2) && i - start <= LONGEST
                    && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
            Mention mention = address ? of(text, start, i, dots, colons, wanted) : null;
            if (mention != null) {
                mentions = mentions.isEmpty() ? new ArrayList<>(2) : mentions;
                mentions.add(mention);
            }
            i++;
        }
        return mentions;
    }

    private static boolean part(char c) {
        return c <= 'f' && (c >= '.' && c <= ':' && c != '/' || c >= 'a' || c >= 'A' && c <= 'F');
    }

    private static Mention of(String text, int from, int end, int dots, int colons, Predicate<String> wanted) {
        int start = dots >= 3 && text.startsWith(MAPPED, from) ? from + MAPPED.length() : from;
        if (dots >= 3) {
            int colon = text.indexOf(':', start);
            int stop = colon < 0 || colon > end ? end : colon;
            String address = text.substring(start, text.charAt(stop - 1) == '.' ? stop - 1 : stop);
            return wanted.test(address) ? new Mention(address, stop < end ? port(text.substring(stop + 1, end)) : after(text, from, end)) : null;
        }
        int stop = text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':' ? end - 1 : end;
        String address = colons == GROUP_COLONS || colons == GROUP_COLONS + 1 || text.substring(start, stop).contains("::")
                ? v6(text.substring(start, stop)) : null;
        return address != null && wanted.test(address) ? new Mention(address, after(text, from, end)) : null;
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
