package org.resetscope.core.device;

/** Settings in seconds, as people read them. */
public final class TimeSpan {

    private TimeSpan() {
    }

    /** Exact: "50 s", "5 min 50 s", "2 h 4 min", "5 days". */
    public static String text(long seconds) {
        StringBuilder text = new StringBuilder();
        add(text, seconds / 86_400, seconds / 86_400 == 1 ? "day" : "days");
        add(text, seconds / 3600 % 24, "h");
        add(text, seconds / 60 % 60, "min");
        if (seconds % 60 != 0 || text.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(seconds % 60).append(" s");
        }
        return text.toString();
    }

    private static void add(StringBuilder text, long count, String unit) {
        if (count != 0) {
            text.append(text.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
        }
    }
}
