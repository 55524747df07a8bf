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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.internal.report.Plain;
import org.resetscope.core.log.LogEntry;
import org.resetscope.core.log.LogEntry.Clock;
import org.resetscope.core.log.LogFormat;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;

/**
 * Joins lines of logs to resets: those that name the client's address and port, and those that name the client alone, or the server with its
 * port, where they tell of an end of a connection; if they come at the time of the reset by the clock of the log, which is fitted over all
 * lines that name a connection in full, or over the others where there are none.
 */
public final class LogJoin {

    private static final int MOST_CANDIDATES = 100_000;
    private static final int MOST_LINES_PER_RESET = 3;
    private static final int MOST_TEXT = 240;
    private static final int CANCEL_EVERY = 4096;

    private final Analysis analysis;
    private final List<Contribution<LogFormat>> formats;
    private final Set<String> addresses = new HashSet<>();
    private final Map<Endpoint, List<Reset>> byClient = new HashMap<>();
    private final Map<String, List<Reset>> byClientAddress = new HashMap<>();
    private final Map<Endpoint, List<Reset>> byServer = new HashMap<>();
    private final Map<String, List<Evidence>> found = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Words that an end of a connection is told with; 499 is nginx's status for a client that left. */
    private static final Pattern END = Pattern.compile("reset|abort|closed|broken pipe|timed out|refused|unexpected eof| 499 ", Pattern.CASE_INSENSITIVE);

    /** A line that names the connection of a reset, or one side of it only. */
    private record Candidate(Reset reset, boolean full, long line, long delta, Clock clock, String message) {
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
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The resets of the analysis with what was found. */
    public List<Reset> resets() {
        return analysis.resets().stream().map(r -> found.containsKey(r.id()) ? r.withMoreEvidence(found.get(r.id())) : r).toList();
    }

    public void read(Path file, IProgressMonitor monitor) {
        List<Candidate> candidates = new ArrayList<>();
        boolean known = false;
        try (LogLines lines = LogLines.open(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (lines.number() % CANCEL_EVERY == 0 && monitor.isCanceled()) {
                    return;
                }
                List<Mention> mentions = mentioned(line); // first: it spares most lines their parsing
                if (mentions.isEmpty() && known) {
                    continue;
                }
                LogEntry entry = entry(line);
                known |= entry != null;
                if (entry != null && !mentions.isEmpty()) {
                    take(mentions, lines.number(), entry, candidates);
                }
                if (candidates.size() >= MOST_CANDIDATES) {
                    problems.add(Problem.of("log-capped", file + ": only the first " + MOST_CANDIDATES + " matches of connections are used"));
                    break;
                }
            }
            if (!known) {
                problems.add(Problem.of("log-unknown", file + ": no line is of a known log format"));
            }
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
        full.forEach(r -> candidates.add(candidate(r, true, line, entry)));
        if (!full.isEmpty() || !END.matcher(entry.message()).find()) {
            return;
        }
        Set<Reset> half = new LinkedHashSet<>();
        mentions.forEach(m -> half.addAll(m.port() < 0 ? byClientAddress.getOrDefault(m.address(), List.of())
                : byServer.getOrDefault(m.endpoint(), List.of())));
        half.stream().limit(MOST_CANDIDATES - candidates.size()).forEach(r -> candidates.add(candidate(r, false, line, entry)));
    }

    private Candidate candidate(Reset r, boolean full, long line, LogEntry entry) {
        long seen = analysis.commonNanos(r.packets().get(0));
        long logged = entry.clock() == Clock.NO_YEAR ? withYear(entry.nanos(), seen) : entry.nanos();
        return new Candidate(r, full, line, logged - seen, entry.clock(), entry.message());
    }

    /** In the year that puts it next to the reset. */
    private static long withYear(long nanos, long near) {
        LocalDateTime of2000 = LocalDateTime.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), 0, ZoneOffset.UTC);
        int year = Instant.ofEpochSecond(Math.floorDiv(near, 1_000_000_000L)).atZone(ZoneOffset.UTC).getYear();
        long best = nanos;
        for (int y = year - 1; y <= year + 1; y++) {
            long candidate = of2000.withYear(y).toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L + Math.floorMod(nanos, 1_000_000_000L);
            best = Math.abs(candidate - near) < Math.abs(best - near) ? candidate : best;
        }
        return best;
    }

    private void join(Path file, List<Candidate> candidates) {
        boolean full = candidates.stream().anyMatch(Candidate::full);
        LogClock clock = LogClock.fit(candidates.stream().filter(c -> c.full() || !full).map(c -> new LogClock.Difference(c.reset().id(), c.delta(), c.clock())).toList());
        if (clock == null) {
            if (!candidates.isEmpty()) {
                problems.add(Problem.of("log-clock", file + ": its lines name connections that were reset, but at no time that fits them"));
            }
            return;
        }
        Map<String, Integer> told = new HashMap<>();
        candidates.stream().filter(c -> clock.holds(c.delta())).sorted(Comparator.comparing(c -> Math.abs(c.delta() - clock.offset()))).forEach(c -> {
            if (told.merge(c.reset().id(), 1, Integer::sum) <= MOST_LINES_PER_RESET) {
                found.computeIfAbsent(c.reset().id(), r -> new ArrayList<>()).add(evidence(file, clock, c));
            }
        });
    }

    private static Evidence evidence(Path file, LogClock clock, Candidate c) {
        String message = Plain.text(c.message().length() > MOST_TEXT ? c.message().substring(0, MOST_TEXT) + "..." : c.message());
        String text = String.format(Locale.ROOT, "%s, line %d%s: \"%s\"", Plain.text(file.getFileName().toString()), c.line(), when(clock, c) + (c.full() ? "" : "; it names one side only"), message);
        return new Evidence("log", Evidence.STATED, text, Map.of(), List.of(c.reset().packets().get(0).frame()));
    }

    private static String when(LogClock clock, Candidate c) {
        long off = c.delta() - clock.offset();
        String distance = Durations.text(Math.abs(off)) + (off < 0 ? " before" : " after") + " the reset";
        if (c.clock() == Clock.UPTIME) {
            return ", " + distance + " (its clock tied to the capture's by " + clock.resets() + (clock.resets() == 1 ? " reset)" : " resets)");
        }
        return ", " + distance + (clock.offset() == 0 ? "" : " (its clock is " + Durations.text(Math.abs(clock.offset()))
                + (clock.offset() < 0 ? " behind" : " ahead") + ", to within " + Durations.text(clock.error()) + ")");
    }
}
