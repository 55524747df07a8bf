package org.resetscope.core.internal.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines that belong to the one before: those of Java's stack traces, and what begins with a tab, as PostgreSQL breaks its lines. */
final class Continuation {

    private static final byte[] AT = ascii("at ");
    private static final byte[] MORE = ascii("... ");
    private static final byte[] CAUSE = ascii("Caused by: ");
    /** The second line of java.util.logging: a level, then the message. */
    private static final byte[][] LEVELS = { ascii("SEVERE: "), ascii("WARNING: "), ascii("INFO: ") };
    private static final byte[] EXCEPTION = ascii("Exception");
    private static final byte[] ERROR = ascii("Error");
    private static final int LONGEST_NAME = 200;

    private Continuation() {
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean is(byte[] line, int from, int to) {
        if (from == to) {
            return false;
        }
        byte first = line[from];
        if (first >= 'a' && first <= 'z') {
            return exception(line, from, to);
        }
        return switch (first) {
            case '\t' -> true;
            case ' ' -> call(line, from, to);
            case 'C' -> startsWith(line, from, to, CAUSE);
            case 'S', 'W', 'I' -> startsWith(line, from, to, LEVELS[first == 'S' ? 0 : first == 'W' ? 1 : 2]);
            default -> false;
        };
    }

    /** A frame of a stack trace, which tells of no connection. */
    static boolean call(byte[] line, int from, int to) {
        int at = from;
        while (at < to && (line[at] == ' ' || line[at] == '\t')) {
            at++;
        }
        return at > from && (startsWith(line, at, to, AT) || startsWith(line, at, to, MORE));
    }

    /** The name of a class with its package that ends in Exception or Error. */
    private static boolean exception(byte[] line, int from, int to) {
        int stop = Math.min(to, from + LONGEST_NAME);
        int at = from;
        boolean dots = false;
        while (at < stop && (Character.isLetterOrDigit(line[at]) || line[at] == '.' || line[at] == '$' || line[at] == '_')) {
            dots |= line[at++] == '.';
        }
        return dots && (at == to || line[at] == ':') && (endsWith(line, from, at, EXCEPTION) || endsWith(line, from, at, ERROR));
    }

    private static boolean startsWith(byte[] line, int from, int to, byte[] text) {
        return to - from >= text.length && Arrays.equals(line, from, from + text.length, text, 0, text.length);
    }

    private static boolean endsWith(byte[] line, int from, int to, byte[] text) {
        return to - from >= text.length && startsWith(line, to - text.length, to, text);
    }
}
