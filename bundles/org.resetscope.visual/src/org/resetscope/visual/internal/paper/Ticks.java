package org.resetscope.visual.internal.paper;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times on an axis. */
public final class Ticks {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] LARGE = { SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE,
            5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY,
            30 * DAY, 90 * DAY, 365 * DAY, 1000 * DAY, 3650 * DAY, 10_000 * DAY, 36_500 * DAY };

    private Ticks() {
    }

    /** The shortest round length of which at most so many fit into a span. */
    public static long step(long span, int most) {
        double least = (double) span / Math.max(1, most);
        for (long unit = 1; unit < SECOND; unit *= 10) {
            for (int factor : new int[] { 1, 2, 5 }) {
                if (unit * factor >= least) {
                    return unit * factor;
                }
            }
        }
        for (long step : LARGE) {
            if (step >= least) {
                return step;
            }
        }
        return LARGE[LARGE.length - 1];
    }

    /** The smallest of 1, 2, 5, 10, 20, 50 and so on of which at most so many fit into a range of numbers. */
    public static long round(long range, int most) {
        double least = (double) range / Math.max(1, most);
        for (long unit = 1;; unit *= 10) {
            for (int factor : new int[] { 1, 2, 5 }) {
                if (unit * factor >= least) {
                    return unit * factor;
                }
            }
        }
    }

    /** Multiples of a step, counted from an origin, between two times. */
    public static List<Long> between(long from, long to, long step, long origin) {
        List<Long> ticks = new ArrayList<>();
        double first = Math.ceil(((double) from - origin) / step);
        for (double i = first; origin + i * step <= to && ticks.size() < 1000; i++) {
            long tick = origin + (long) i * step;
            if (tick >= from) {
                ticks.add(tick);
            }
        }
        return ticks;
    }

    /** A time of day, or a date where the steps are days; UTC. */
    public static String clock(long nanos, long step) {
        ZonedDateTime time = Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND)).atZone(ZoneOffset.UTC);
        String text = DateTimeFormatter.ofPattern(step >= DAY ? "uuuu-MM-dd" : step >= MINUTE ? "HH:mm" : "HH:mm:ss", Locale.ROOT).format(time);
        return step >= SECOND ? text : text + fraction(Math.floorMod(nanos, SECOND), step);
    }

    /** Date and time, UTC. */
    public static String date(long nanos) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).format(Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND)).atZone(ZoneOffset.UTC));
    }

    /** Seconds before or after an origin: "−1.5 s", "0", "+20 ms"; all of one axis in one unit. @param farthest of the axis from the origin */
    public static String offset(long nanos, long step, long farthest) {
        if (nanos == 0) {
            return "0";
        }
        String sign = nanos < 0 ? "\u2212" : "+";
        double size = Math.abs((double) nanos);
        if (farthest >= 2 * HOUR && step >= HOUR / 100) {
            return sign + trimmed(size / HOUR, 2) + " h";
        }
        if (farthest >= 5 * MINUTE && step >= MINUTE / 100) {
            return sign + trimmed(size / MINUTE, 2) + " min";
        }
        if (farthest >= 2 * SECOND) {
            return sign + trimmed(size / SECOND, digits(step, SECOND)) + " s";
        }
        return farthest >= 2_000_000 ? sign + trimmed(size / 1e6, digits(step, 1_000_000)) + " ms" : sign + trimmed(size / 1e3, digits(step, 1000)) + " \u00b5s";
    }

    private static int digits(long step, long unit) {
        int digits = 0;
        for (long s = step; s < unit && digits < 6; s *= 10) {
            digits++;
        }
        return digits;
    }

    private static String trimmed(double number, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", number);
        return text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", "");
    }

    private static String fraction(long nanos, long step) {
        return String.format(Locale.ROOT, ".%09d", nanos).substring(0, 1 + digits(step, SECOND));
    }
}
