package org.resetscope.core.internal.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.internal.report.Plain;
import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.LogLine;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;

/**
 * Joins lines of logs to resets: those that name the client's address and port, and those that name the client alone, or the server with its
 * port, where they tell of an end of a connection; if they come at the time of the reset by the clock of the log, which is fitted over all
 * lines that name a connection in full, or over the others where there are none.
 */
public final class LogJoin {

    private static final int MOST_CANDIDATES = 100_000;
    private static final int MOST_LINES_PER_RESET = 3;
    private static final int MOST_TEXT = 240;
    private static final long SECOND = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;

    private final Analysis analysis;
    private final List<Contribution<LogFormat>> formats;
    private final Set<String> addresses = new HashSet<>();
    private final AddressFilter filter;
    private final Map<Endpoint, List<Reset>> byClient = new HashMap<>();
    private final Map<String, List<Reset>> byClientAddress = new HashMap<>();
    private final Map<Endpoint, List<Reset>> byServer = new HashMap<>();
    private final Map<String, List<LogLine>> lines = new HashMap<>();
    private final Map<String, List<Evidence>> found = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Words that an end of a connection is told with; 499 is nginx's status for a client that left. */
    private static final Pattern END = Pattern.compile("reset|abort|closed|broken pipe|timed out|refused|unexpected eof| 499 ", Pattern.CASE_INSENSITIVE);

    /**
     * A line that names the connection of a reset.
     *
     * @param full false where it names one side of it only
     * @param seen when that was, and {@code delta} how much later the log says
     * @param whole its time is one of whole seconds
     */
    private record Candidate(Reset reset, boolean full, Sender place, long line, long seen, long delta, boolean whole, Clock clock, String message) {
    }

    public LogJoin(Analysis analysis, List<Contribution<LogFormat>> formats) {
        this.analysis = analysis;
        this.formats = formats;
        for (Reset r : analysis.resets()) {
            addresses.addAll(List.of(r.flow().client().address(), r.flow().server().address()));
            byClient.computeIfAbsent(r.flow().client(), a -> new ArrayList<>()).add(r);
            byClientAddress.computeIfAbsent(r.flow().client().address(), a -> new ArrayList<>()).add(r);
            byServer.computeIfAbsent(r.flow().server(), a -> new ArrayList<>()).add(r);
        }
        filter = new AddressFilter(addresses);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The resets of the analysis with what was found. */
    public List<Reset> resets() {
        return analysis.resets().stream().map(r -> found.containsKey(r.id()) ? r.withLog(lines.get(r.id()), found.get(r.id())) : r).toList();
    }

    /** What was found by the time that the user cancels stays. */
    public void read(Path file, SubMonitor monitor) {
        List<Candidate> candidates = new ArrayList<>();
        monitor.setWorkRemaining(WatchedStream.TICKS);
        try (LogRecords records = new LogRecords(LogLines.open(file, monitor), filter)) {
            boolean known = false;
            for (LogRecords.Record record = records.next(); record != null; record = records.next()) {
                monitor.checkCanceled(); // much text may come of a few compressed bytes
                List<Mention> mentions = mentioned(record.text());
                LogEntry entry = mentions.isEmpty() && known ? null : entry(record.text());
                known |= entry != null;
                if (entry != null && !mentions.isEmpty()) {
                    take(mentions, record.line(), entry, candidates);
                }
                if (candidates.size() >= MOST_CANDIDATES) {
                    problems.add(Problem.of("log-capped", file + ": only the first " + MOST_CANDIDATES + " matches of connections are used"));
                    break;
                }
            }
            if (records.sample().isEmpty()) {
                problems.add(Problem.of("log-empty", file + ": is empty"));
            } else if (!known && records.sample().stream().noneMatch(line -> entry(line) != null)) {
                problems.add(Problem.of("log-unknown", file + ": no line is of a known log format"));
            }
        } catch (OperationCanceledException e) {
            join(file, candidates);
            return;
        } catch (IOException e) {
            problems.add(Problem.of("log-unreadable", file + " cannot be read" + (candidates.isEmpty() ? "" : " to its end") + ": " + e.getMessage()));
        }
        join(file, candidates);
    }

    private LogEntry entry(String line) {
        for (Contribution<LogFormat> format : formats) {
            LogEntry entry = format.call(f -> f.read(line), null);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** Mentions that may belong to a reset. */
    private List<Mention> mentioned(String line) {
        return Mention.in(line, addresses::contains).stream().filter(m -> m.port() < 0 ? byClientAddress.containsKey(m.address())
                : byClient.containsKey(m.endpoint()) || byServer.containsKey(m.endpoint())).toList();
    }

    private void take(List<Mention> mentions, long line, LogEntry entry, List<Candidate> candidates) {
        Set<Reset> full = new LinkedHashSet<>();
        mentions.forEach(m -> full.addAll(byClient.getOrDefault(m.endpoint(), List.of())));
        full.forEach(r -> candidates.add(candidate(r, true, mentions, line, entry)));
        if (!full.isEmpty() || !END.matcher(entry.message()).find()) {
            return;
        }
        Set<Reset> half = new LinkedHashSet<>();
        mentions.forEach(m -> half.addAll(m.port() < 0 ? byClientAddress.getOrDefault(m.address(), List.of())
                : byServer.getOrDefault(m.endpoint(), List.of())));
        half.stream().limit(MOST_CANDIDATES - candidates.size()).forEach(r -> candidates.add(candidate(r, false, mentions, line, entry)));
    }

    private Candidate candidate(Reset r, boolean full, List<Mention> mentions, long line, LogEntry entry) {
        long seen = analysis.commonNanos(r.packets().get(0));
        long logged = entry.clock() == Clock.NO_YEAR ? withYear(entry.nanos(), seen) : entry.nanos();
        return new Candidate(r, full, LogPlace.of(entry.message(), mentions, r.flow()), line, seen, logged - seen, entry.nanos() % SECOND == 0, entry.clock(), entry.message());
    }

    /** In the year that puts it next to the reset. */
    private static long withYear(long nanos, long near) {
        LocalDateTime of2000 = LocalDateTime.ofEpochSecond(Math.floorDiv(nanos, SECOND), 0, ZoneOffset.UTC);
        int year = Instant.ofEpochSecond(Math.floorDiv(near, SECOND)).atZone(ZoneOffset.UTC).getYear();
        long best = nanos;
        for (int y = year - 1; y <= year + 1; y++) {
            long candidate = of2000.withYear(y).toEpochSecond(ZoneOffset.UTC) * SECOND + Math.floorMod(nanos, SECOND);
            best = Math.abs(candidate - near) < Math.abs(best - near) ? candidate : best;
        }
        return best;
    }

    private void join(Path file, List<Candidate> candidates) {
        boolean full = candidates.stream().anyMatch(Candidate::full);
        LogClock clock = LogClock.fit(candidates.stream().filter(c -> c.full() || !full).map(c -> new LogClock.Difference(c.reset().id(), c.delta(), c.clock())).toList(), full);
        if (clock == null) {
            if (!candidates.isEmpty()) {
                problems.add(Problem.of("log-clock", file + ": its lines name connections that were reset, but at no time that fits them"));
            }
            return;
        }
        Map<String, Integer> told = new HashMap<>();
        Map<Long, Long> nearest = new HashMap<>();
        List<Candidate> fitting = candidates.stream().filter(c -> clock.holds(c.delta())).toList();
        fitting.forEach(c -> nearest.merge(c.line(), distance(clock, c), Math::min));
        // who names one side only means one connection: the one whose reset is nearest, or one of those in the same second
        fitting.stream().filter(c -> c.full() || distance(clock, c) == nearest.get(c.line())).sorted(Comparator.comparing(c -> Math.abs(c.delta() - clock.offset()))).forEach(c -> {
            if (told.merge(c.reset().id(), 1, Integer::sum) <= MOST_LINES_PER_RESET) {
                LogLine line = line(file, clock, c);
                lines.computeIfAbsent(c.reset().id(), r -> new ArrayList<>()).add(line);
                found.computeIfAbsent(c.reset().id(), r -> new ArrayList<>()).add(evidence(line, clock, c));
            }
        });
    }

    /** Between the reset and the time of the line; that of whole seconds lasts for one. */
    private static long distance(LogClock clock, Candidate c) {
        long off = c.delta() - clock.offset();
        return c.whole() && off < 0 ? Math.max(0, -off - SECOND) : Math.abs(off);
    }

    private static LogLine line(Path file, LogClock clock, Candidate c) {
        String message = Plain.text(c.message().length() > MOST_TEXT ? c.message().substring(0, MOST_TEXT) + "..." : c.message());
        Timestamp time = new Timestamp(c.seen() + c.delta() - clock.offset(), c.whole() ? 0 : NANO_DIGITS);
        return new LogLine(Plain.text(file.getFileName().toString()), c.line(), time, c.place(), message);
    }

    private static Evidence evidence(LogLine line, LogClock clock, Candidate c) {
        String text = line.file() + ", line " + line.line() + when(clock, c) + (c.full() ? "" : "; it names one side only") + ": \"" + line.text() + "\"";
        return new Evidence(Evidence.LOG, Evidence.STATED, text, Map.of(), List.of(c.reset().packets().get(0).frame()));
    }

    private static String when(LogClock clock, Candidate c) {
        long off = c.delta() - clock.offset();
        String distance = c.whole() && Math.abs(off) < SECOND ? "within a second of the reset" : Durations.text(Math.abs(off)) + (off < 0 ? " before" : " after") + " the reset";
        if (c.clock() == Clock.UPTIME) {
            return ", " + distance + " (its clock tied to the capture's by " + clock.resets() + (clock.resets() == 1 ? " reset)" : " resets)");
        }
        return ", " + distance + (clock.offset() == 0 ? "" : " (its clock is " + Durations.text(Math.abs(clock.offset()))
                + (clock.offset() < 0 ? " behind" : " ahead") + ", to within " + Durations.text(clock.error()) + ")");
    }
}
