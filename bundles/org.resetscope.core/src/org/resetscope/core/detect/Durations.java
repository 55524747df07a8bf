package org.resetscope.core.detect;

/** Durations as people read them. */
public final class Durations {

    private Durations() {
    }

    /** Three digits or so with the unit that fits: 350 µs, 12.3 ms, 181.5 s, 2 h 4 min. */
    public static String text(long nanos) {
        double seconds = nanos / 1e9;
        if (Math.abs(seconds) < 1e-3) {
            return Decimals.text(seconds * 1e6, 0) + " µs";
        }
        if (Math.abs(seconds) < 1) {
            return Decimals.text(seconds * 1e3, 1) + " ms";
        }
        if (Math.abs(seconds) < 600) {
            return Decimals.text(seconds, 1) + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
