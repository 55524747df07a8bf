package org.resetscope.ui.internal.patterns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.device.IdleTimeout;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.Periodicity;
import org.resetscope.core.pattern.SameSilence;
import org.resetscope.core.pattern.Tables;
import org.resetscope.core.pattern.TimeoutBounds;
import org.resetscope.ui.internal.words.TimeFormat;
import org.resetscope.ui.internal.words.Words;

/**
 * One of the tables that the view shows.
 *
 * @param numbers whether a column holds numbers
 */
record PatternTable(List<String> columns, List<Boolean> numbers, List<Row> rows) {

    private static final double NANOS = 1e9;

    /** What can be chosen. */
    enum Kind {
        HOSTS("Hosts"), SERVICES("Services"), CAUSES("Causes"), TIMES("Times"), TIMERS("Periods and silences");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /**
     * @param cells numbers and texts
     * @param filter that shows the resets of this row, or null where none does
     */
    record Row(List<Comparable<?>> cells, String filter) {

        static Row of(String filter, Comparable<?>... cells) {
            return new Row(List.of(cells), filter);
        }

        String text(int column) {
            return cells.get(column) instanceof Number n ? Words.number(n.longValue()) : cells.get(column).toString();
        }
    }

    static PatternTable of(Kind kind, Patterns patterns) {
        Tables tables = patterns.tables();
        List<Row> rows = new ArrayList<>();
        return switch (kind) {
            case HOSTS -> {
                tables.hosts().forEach(h -> rows.add(Row.of("address=" + h.address(), h.address(), h.sent(), h.forged(), h.undecided(), h.received(),
                        Words.cause(h.tally().cause()))));
                yield new PatternTable(List.of("Host", "Sent", "Forged in its name", "Undecided in its name", "Received", "Mostly"),
                        List.of(false, true, true, true, true, false), rows);
            }
            case SERVICES -> {
                tables.services().forEach(s -> rows.add(Row.of(s.server().toString(), s.server().toString(), s.tally().resets(), s.clients(),
                        Words.cause(s.tally().cause()), time(s.tally().first()), time(s.tally().last()))));
                yield new PatternTable(List.of("Service", "Resets", "Clients", "Mostly", "First", "Last"),
                        List.of(false, true, true, false, false, false), rows);
            }
            case CAUSES -> {
                tables.causes().forEach(c -> rows.add(Row.of("cause=" + c.cause(), Words.cause(c.cause()), c.tally().resets(), c.clients(),
                        c.servers(), time(c.tally().first()), time(c.tally().last()))));
                yield new PatternTable(List.of("Cause", "Resets", "Clients", "Servers", "First", "Last"),
                        List.of(false, true, true, true, false, false), rows);
            }
            case TIMES -> {
                tables.times().forEach(b -> rows.add(Row.of(null, time(b.start()), b.tally().resets(), b.tally().byIntermediary(),
                        b.tally().cause() == null ? "" : Words.cause(b.tally().cause()))));
                yield new PatternTable(List.of("From", "Resets", "By devices", "Mostly"), List.of(false, true, true, false), rows);
            }
            case TIMERS -> {
                for (Periodicity p : patterns.periods()) {
                    rows.add(Row.of(p.subject().filter(), "Period", p.subject().words(), seconds(p.nanos()), p.events(), names(p.timeout())));
                }
                for (SameSilence s : patterns.silences()) {
                    rows.add(Row.of(s.subject().filter(), "Silence", s.subject().words(), seconds(s.nanos()), s.incidents(), names(s.timeout())));
                }
                for (TimeoutBounds b : patterns.timeouts()) {
                    String length = (b.longerNanos() == 0 ? "at most " : String.format(Locale.ROOT, "%.1f to ", b.longerNanos() / NANOS)) + seconds(b.mostNanos());
                    rows.add(Row.of(b.subject().filter(), "Time-out", b.subject().words(), length, b.incidents(), names(b.timeout())));
                }
                yield new PatternTable(List.of("Pattern", "Of", "Length", "Times", "As long as the default of"),
                        List.of(false, false, false, true, false), rows);
            }
        };
    }

    private static String names(IdleTimeout timeout) {
        return timeout == null ? "" : timeout.names();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f\u00a0s", nanos / NANOS);
    }

    private static String time(Timestamp time) {
        return TimeFormat.UTC.format(time, null);
    }

    @SuppressWarnings("unchecked") // a column holds one kind of thing
    PatternTable sorted(int column, boolean ascending) {
        Comparator<Row> order = (a, b) -> ((Comparable<Object>) a.cells().get(column)).compareTo(b.cells().get(column));
        return new PatternTable(columns, numbers, rows.stream().sorted(ascending ? order : order.reversed()).toList());
    }

    /** For the clipboard and spreadsheets: a line a row, cells apart by tabs. */
    String text(List<Row> some) {
        StringBuilder text = new StringBuilder(String.join("\t", columns)).append('\n');
        for (Row row : some) {
            for (int i = 0; i < columns.size(); i++) {
                text.append(i == 0 ? "" : "\t").append(row.cells().get(i));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
