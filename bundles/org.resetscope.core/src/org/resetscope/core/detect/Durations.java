package org.resetscope.core.detect;

import java.util.Locale;

/** Durations as people read them. */
public final class Durations {

    private Durations() {
    }

    /** Three digits or so with the unit that fits: 350 µs, 12.3 ms, 181.5 s, 2 h 4 min. */
    public static String text(long nanos) {
        double seconds = nanos / 1e9;
        if (Math.abs(seconds) < 1e-3) {
            return String.format(Locale.ROOT, "%.0f µs", seconds * 1e6);
        }
        if (Math.abs(seconds) < 1) {
            return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
        }
        if (Math.abs(seconds) < 600) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
