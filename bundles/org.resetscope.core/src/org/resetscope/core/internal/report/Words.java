package org.resetscope.core.internal.report;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.resetscope.core.Analysis;
import org.resetscope.core.Incident;
import org.resetscope.core.model.PathPoint;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.RuleReference;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.model.Verdict;

/** How the reports for people word things; plain text, not yet escaped for any format. */
public final class Words {

    private static final int MOST_INVALID = 3;

    private final Analysis analysis;
    private final Map<String, Capture> captures;
    private final Map<String, Incident> incidents;

    public Words(Analysis analysis) {
        this.analysis = analysis;
        this.captures = analysis.captures().stream().collect(Collectors.toMap(Capture::id, c -> c));
        this.incidents = Incident.of(analysis).stream().collect(Collectors.toMap(Incident::id, i -> i));
    }

    public static String count(long n, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", n, one, n == 1 ? "" : "s");
    }

    /** Never rounds to certainty. */
    public static String percent(double p) {
        return Double.isNaN(p) ? "?" : p > 0 && p < 0.01 ? "<1 %" : p < 1 && p > 0.99 ? ">99 %" : Math.round(p * 100) + " %";
    }

    public static String time(Timestamp time) {
        String date = LocalDateTime.ofEpochSecond(Math.floorDiv(time.nanos(), 1_000_000_000L), 0, ZoneOffset.UTC).toString();
        String seconds = time.toString();
        int point = seconds.indexOf('.');
        // ISO leaves out seconds of zero
        return date.replace('T', ' ') + (date.length() == 16 ? ":00" : "") + (point < 0 ? "" : seconds.substring(point));
    }

    /** One line for the whole analysis. */
    String summary() {
        List<Capture> all = analysis.captures();
        long packets = all.stream().mapToLong(Capture::packets).sum();
        long flows = all.stream().mapToLong(Capture::flows).sum();
        long incidents = analysis.resets().stream().map(Reset::incident).distinct().count();
        String resets = analysis.resets().isEmpty() ? "no resets"
                : count(analysis.resets().size(), "reset") + " in " + count(incidents, "incident");
        return count(all.size(), "capture") + ", " + count(packets, "packet") + ", " + count(flows, "TCP flow") + ": " + resets
                + (analysis.cancelled() ? " (cancelled: not everything was read)" : "");
    }

    String capture(Capture c) {
        if (!c.readable()) {
            return "could not be read";
        }
        String span = c.start() == null || c.end() == null ? "" : ", " + span(time(c.start()), time(c.end())) + " UTC";
        return c.format() + ", " + count(c.packets(), "packet") + ", " + count(c.flows(), "TCP flow") + ", " + count(c.resets(), "reset") + span;
    }

    private static String span(String start, String end) {
        int date = start.indexOf(' ') + 1;
        return start + " to " + (end.startsWith(start.substring(0, date)) ? end.substring(date) : end);
    }

    /** The points in order, with their clocks; empty where nothing was compared. */
    List<String> path() {
        List<String> told = new ArrayList<>();
        for (PathPoint p : analysis.path()) {
            String clock = p.offsetNanos() == null ? "its clock is tied to no other" : p.errorNanos() == 0 ? "its clock is the one used here"
                    : "its clock is " + Durations.text(Math.abs(p.offsetNanos())) + (p.offsetNanos() < 0 ? " behind" : " ahead") + ", to within "
                            + Durations.text(p.errorNanos()) + (p.drift() == 0 ? "" : String.format(Locale.ROOT, ", and drifts by %.0f ppm", p.drift() * 1e6));
            told.add(p.name() + ": shares " + count(p.shared(), "connection") + (p.ambiguous() == 0 ? ""
                    : "; " + p.ambiguous() + " more fit several others and were left alone") + "; " + clock);
        }
        return told;
    }

    /** Of the incident of a reset; empty where that is alone, or a consequence of another that tells the story. */
    List<String> story(Reset r) {
        return r.primary() != null ? List.of() : incidents.get(r.incident()).story(analysis);
    }

    public String flow(Reset r) {
        return r.flow().client() + " -> " + r.flow().server() + (r.flow().inferred() ? " (who is the client is inferred)" : "");
    }

    public String where(Reset r) {
        Timestamp own = r.packets().get(0).time();
        return time(new Timestamp(analysis.commonNanos(r.packets().get(0)), own.digits())) + " UTC, " + r.packets().stream().map(p -> frame(p.frame())).collect(Collectors.joining(", "));
    }

    /** The rule that made a reset; null where none is known. */
    String rule(Reset r) {
        RuleReference rule = r.rule();
        return rule == null ? null : rule.file() + " line " + rule.line() + ": " + rule.text() + ", answering " + frame(rule.trigger());
    }

    /** What configured devices made of a capture, a line for each. */
    List<String> replays(Capture c) {
        return analysis.replays().stream().filter(s -> s.capture().equals(c.id())).map(s -> s.device() + ": "
                + (s.invalid() == 0 ? "no segment is INVALID to its connection tracking"
                        : count(s.invalid(), "segment") + " of " + String.format(Locale.ROOT, "%,d", s.packets())
                                + (s.invalid() == 1 ? " is" : " are") + " INVALID to its connection tracking: "
                                + s.frames().stream().limit(MOST_INVALID).map(f -> "frame " + f.frame() + " (" + f.why() + ")")
                                        .collect(Collectors.joining(", "))
                                + (s.invalid() > MOST_INVALID ? ", ..." : "")))
                .toList();
    }

    public String sender(Verdict v) {
        String shares = v.senderProbability().entrySet().stream().filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<Sender, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getKey().id() + " " + percent(e.getValue())).collect(Collectors.joining(", "));
        String location = v.location() == null ? "" : ", " + v.location();
        return v.sender() == Sender.UNDETERMINED ? "undetermined (" + shares + ")" + location : shares + location;
    }

    public String cause(Verdict v) {
        List<String> others = v.alternatives().stream().limit(3).map(a -> title(a.cause()) + " " + percent(a.probability())).toList();
        return title(v.cause()) + ", " + percent(v.causeProbability()) + (others.isEmpty() ? "" : "; or " + String.join(", ", others));
    }

    public static String title(String cause) {
        return Causes.title(cause) + " (" + cause + ")";
    }

    /** Empty where the cause is not known, and so nobody is cleared. */
    static String fault(Verdict v) {
        return v.cause().equals(Causes.UNKNOWN) ? "" : v.fault() == null ? "nobody" : v.fault().id();
    }

    public static String effect(Verdict v) {
        return v.effective() == null ? "unknown" : v.effective() ? "the receiver gave the connection up" : "none: the connection went on";
    }

    /**
     * The weights in decibans: what it speaks for, then what it speaks most against: "intermediary +12, endpoint.refused -3"; only for the
     * sender and for the causes that the verdict names. Empty where it concerns none of them.
     */
    static String weights(Verdict verdict, Evidence evidence) {
        Set<String> keys = Stream.concat(Stream.of(verdict.cause()), verdict.alternatives().stream().map(Verdict.Alternative::cause))
                .map(cause -> mostSpecific(cause, evidence)).collect(Collectors.toSet());
        keys.addAll(List.of(Evidence.CLAIMED, Evidence.INTERMEDIARY));
        return evidence.decibans().entrySet().stream().filter(e -> e.getValue() != 0 && keys.contains(e.getKey()))
                .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> e.getValue() < 0)
                        .thenComparing(e -> -Math.abs(e.getValue())).thenComparing(Map.Entry::getKey))
                .limit(3).map(e -> e.getKey() + " " + String.format(Locale.ROOT, "%+d", e.getValue())).collect(Collectors.joining(", "));
    }

    /** Of the keys that a cause falls under, the one that counts for it. */
    private static String mostSpecific(String cause, Evidence evidence) {
        return evidence.decibans().keySet().stream().filter(key -> Causes.within(cause, key)).max(Comparator.comparing(String::length)).orElse(cause);
    }

    /** Many frames are told by the first ones and their number. */
    String frames(List<FrameRef> frames) {
        List<String> shown = new ArrayList<>();
        frames.stream().limit(6).map(this::frame).forEach(shown::add);
        return String.join(", ", shown) + (frames.size() > 6 ? " and " + (frames.size() - 6) + " more" : "");
    }

    /** Names the capture only where there are several. */
    String frame(FrameRef frame) {
        if (captures.size() == 1) {
            return "frame " + frame.frame();
        }
        Capture capture = captures.get(frame.capture());
        return (capture == null || capture.point() == null ? frame.capture() : capture.point()) + " frame " + frame.frame();
    }
}
