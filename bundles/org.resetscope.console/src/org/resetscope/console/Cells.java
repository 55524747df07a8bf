package org.resetscope.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.model.Verdict;

/** How single values read. */
public final class Cells {

    private static final DateTimeFormatter TO_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Cells() {
    }

    /** On one line, harmless to a terminal; nothing for null. */
    public static String text(Object value) {
        return plain(words(value));
    }

    private static String words(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Timestamp time) {
            return time(time);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (value instanceof Evidence evidence) {
            return evidence.text();
        }
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        if (value instanceof FrameRef frame) {
            return frame.capture() + " frame " + frame.frame();
        }
        if (value instanceof Verdict.Alternative other) {
            return other.cause() + " " + words(other.probability());
        }
        if (value instanceof Flow flow) {
            return flow.client() + " -> " + flow.server();
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(Cells::words).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(e -> words(e.getKey()) + " " + words(e.getValue())).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** Three digits after the point are enough for shares and seconds. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value)
                : Math.abs(value) >= 0.001 ? String.format(Locale.ROOT, "%.3f", value) : String.valueOf(value);
    }

    /** UTC, with the clock's own precision. */
    private static String time(Timestamp time) {
        String seconds = time.toString();
        int point = seconds.indexOf('.');
        return TO_SECONDS.format(Instant.ofEpochSecond(Math.floorDiv(time.nanos(), 1_000_000_000L)))
                + (point < 0 ? "" : seconds.substring(point));
    }

    /** A file name or a module's text must neither move the cursor nor break the line. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR) {
                plain.append(c == '\n' || c == '\t' ? " " : String.format("<U+%04X>", c));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }
}
