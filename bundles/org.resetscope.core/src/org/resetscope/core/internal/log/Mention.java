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
    /** Before IPv4 addresses that came to a socket of IPv6. */
    private static final String MAPPED = "::ffff:";
    private static final int GROUP_COLONS = 7;
    private static final int MOST = 32;
    /** As OpenSSH ("10.0.0.1 port 22"), PostgreSQL ("10.0.0.1(22)", "host=10.0.0.1 port=22") and what brackets IPv6 ("[::1]:22") write it. */
    private static final Pattern PORT_AFTER = Pattern.compile("(?: port[ =]|\\(|\\]:)(\\d{1,5})\\b");
    /**
     * As netfilter's LOG target ("SRC=10.0.0.1 ... SPT=22") and conntrack ("src=10.0.0.1 ... sport=22") write them, apart from the
     * addresses; the kernel's tcp_receive_reset has them before ("sport=22 ... saddr=10.0.0.1").
     */
    private static final Pattern SOURCE_PORT = Pattern.compile("\\b(?:SPT|sport)=(\\d{1,5})\\b");
    private static final Pattern DESTINATION_PORT = Pattern.compile("\\b(?:DPT|dport)=(\\d{1,5})\\b");
    /** An address of four parts, then ":22", ".22" as tcpdump writes it, or nothing; a full stop may follow. */
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?:[.:](\\d{1,5}))?(?!\\d).*");

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
            Mention mention = address ? of(text, start, i, dots, wanted) : null;
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

    private static Mention of(String text, int from, int end, int dots, Predicate<String> wanted) {
        if (dots >= 3) {
            int start = text.startsWith(MAPPED, from) ? from + MAPPED.length() : from;
            Matcher m = IPV4.matcher(text).region(start, end);
            if (!m.matches() || !wanted.test(m.group(1))) {
                return null;
            }
            return new Mention(m.group(1), m.group(2) != null ? port(m.group(2)) : after(text, from, end));
        }
        int stop = text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':' ? end - 1 : end;
        String whole = v6(text.substring(from, stop));
        if (whole != null && wanted.test(whole)) {
            return new Mention(whole, after(text, from, end));
        }
        int colon = text.lastIndexOf(':', stop - 1); // without brackets, as HAProxy and Apache write it, the port looks like a group
        String address = colon > from ? v6(text.substring(from, colon)) : null;
        return address != null && wanted.test(address) ? new Mention(address, port(text.substring(colon + 1, stop))) : null;
    }

    private static int after(String text, int start, int end) {
        Matcher m = PORT_AFTER.matcher(text).region(end, Math.min(text.length(), end + 12));
        if (m.lookingAt()) {
            return port(m.group(1));
        }
        if (follows(text, start, "saddr=") || follows(text, start, "saddrv6=")) {
            return first(SOURCE_PORT.matcher(text));
        }
        if (follows(text, start, "daddr=") || follows(text, start, "daddrv6=")) {
            return first(DESTINATION_PORT.matcher(text));
        }
        boolean source = text.regionMatches(true, start - 4, "SRC=", 0, 4);
        if (source || text.regionMatches(true, start - 4, "DST=", 0, 4)) {
            Matcher ports = (source ? SOURCE_PORT : DESTINATION_PORT).matcher(text).region(end, text.length());
            return first(ports);
        }
        return NO_PORT;
    }

    private static boolean follows(String text, int start, String name) {
        return text.startsWith(name, start - name.length());
    }

    private static int first(Matcher ports) {
        return ports.find() ? port(ports.group(1)) : NO_PORT;
    }

    private static int port(String digits) {
        try {
            int port = Integer.parseInt(digits);
            return port <= 0xffff ? port : NO_PORT;
        } catch (NumberFormatException e) {
            return NO_PORT; // of an address without brackets: not all groups are decimal
        }
    }

    /** As a capture's addresses are written; null where it is none. */
    private static String v6(String text) {
        long colons = text.chars().filter(c -> c == ':').count();
        if (colons != GROUP_COLONS && !text.contains("::") || text.charAt(0) == '.') {
            return null; // the last would be looked up as a name
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            ByteBuffer groups = ByteBuffer.wrap(bytes);
            return bytes.length == 16 ? Addresses.text(6, groups.getLong(), groups.getLong()) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
