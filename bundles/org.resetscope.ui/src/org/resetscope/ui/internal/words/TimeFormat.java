package org.resetscope.ui.internal.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.resetscope.core.model.Timestamp;

/** How times are shown. */
public enum TimeFormat {

    RELATIVE("relative", "Seconds since start of capture"),
    LOCAL("local", "Date and time, local"),
    UTC("utc", "Date and time, UTC");

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final String id;
    private final String label;

    TimeFormat(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** As stored in preferences and given to commands. */
    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public static TimeFormat of(String id) {
        for (TimeFormat format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
        }
        return RELATIVE;
    }

    /** @param start of the capture; null where unknown */
    public String format(Timestamp time, Timestamp start) {
        if (this == RELATIVE) {
            long from = start == null ? time.nanos() : start.nanos();
            return new Timestamp(time.nanos() - from, time.digits()).toString();
        }
        ZoneId zone = this == UTC ? ZoneOffset.UTC : ZoneId.systemDefault();
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(time.nanos(), NANOS_PER_SECOND));
        String fraction = time.digits() == 0 ? ""
                : "." + String.format(Locale.ROOT, "%09d", Math.floorMod(time.nanos(), NANOS_PER_SECOND)).substring(0, time.digits());
        return SECONDS.format(instant.atZone(zone)) + fraction + (this == UTC ? "Z" : "");
    }
}
