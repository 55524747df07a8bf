package org.resetscope.core.internal.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.Tables;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;

/** Markdown (GitHub's) for tickets and wikis; tells the same as the text report, with tables. */
public final class MarkdownReporter implements Reporter {

    private static final int MOST_SIMILAR = 20;
    private static final int MOST_OF_A_PATTERN = 20;

    @Override
    public void write(Analysis analysis, Appendable out, ReportOptions options) throws IOException {
        Words words = new Words(analysis);
        List<Group> groups = Group.of(analysis);
        out.append("# TCP resets\n\n").append(escape(words.summary())).append("\n\n");
        out.append("| Capture | File | Point | Contents |\n|---|---|---|---|\n");
        for (Capture c : analysis.captures()) {
            row(out, c.id(), c.file(), c.point() == null ? "" : c.point(), words.capture(c));
        }
        for (Capture c : analysis.captures()) {
            List<String> replays = words.replays(c);
            list(out, "Device rules, " + c.id(), replays, replays.size());
        }
        list(out, "Path", words.path(), analysis.path().size());
        problems(out, analysis);
        if (!groups.isEmpty()) {
            out.append("\n## Overview\n\n| No. | Resets | Severity | Sender | Cause | Server |\n|---:|---:|---|---|---|---|\n");
            int number = 1;
            for (Group group : groups) {
                Reset first = group.first();
                row(out, String.valueOf(number++), String.valueOf(group.resets().size()), group.severity().id(),
                        first.verdict().sender().id(), Words.title(first.verdict().cause()), first.flow().server().toString());
            }
        }
        patterns(out, PatternWords.of(analysis));
        int number = 1;
        for (Group group : groups) {
            group(out, words, group, number++, options);
        }
        for (Map.Entry<String, List<String>> section : Sections.of(analysis).entrySet()) {
            out.append("\n## ").append(escape(section.getKey())).append("\n\n");
            for (String line : section.getValue()) {
                out.append("- ").append(escape(line)).append('\n');
            }
        }
    }

    private static void problems(Appendable out, Analysis analysis) throws IOException {
        StringBuilder list = new StringBuilder();
        for (Problem problem : analysis.problems()) {
            list.append("- ").append(escape(problem.text())).append('\n');
        }
        for (Capture capture : analysis.captures()) {
            for (Problem problem : capture.problems()) {
                list.append("- ").append(escape(capture.id() + ": " + problem.text())).append('\n');
            }
        }
        if (!list.isEmpty()) {
            out.append("\n## Problems\n\n").append(list);
        }
    }

    private static void patterns(Appendable out, Patterns patterns) throws IOException {
        if (patterns == null) {
            return;
        }
        out.append("\n## Patterns\n");
        List<String> periods = patterns.periods().stream().map(PatternWords::period).toList();
        list(out, "Periods", some(periods), periods.size());
        List<String> silences = patterns.silences().stream().map(PatternWords::silence).toList();
        list(out, "Silences", some(silences), silences.size());
        List<String> timeouts = patterns.timeouts().stream().map(PatternWords::timeout).toList();
        list(out, "Time-outs", some(timeouts), timeouts.size());
        Tables tables = patterns.tables();
        out.append("\n| Host | Sent | Forged in its name | In its name, undecided | Received | Mostly |\n|---|---:|---:|---:|---:|---|\n");
        for (Tables.Host h : some(tables.hosts())) {
            row(out, h.address(), String.valueOf(h.sent()), String.valueOf(h.forged()), String.valueOf(h.undecided()),
                    String.valueOf(h.received()), Words.title(h.tally().cause()));
        }
        more(out, "host", tables.hosts().size());
        out.append("\n| Service | Resets | Clients | Mostly | First (UTC) | Last (UTC) |\n|---|---:|---:|---|---|---|\n");
        for (Tables.Service s : some(tables.services())) {
            row(out, s.server().toString(), String.valueOf(s.tally().resets()), String.valueOf(s.clients()), Words.title(s.tally().cause()),
                    Words.time(s.tally().first()), Words.time(s.tally().last()));
        }
        more(out, "service", tables.services().size());
    }

    private static <T> List<T> some(List<T> all) {
        return all.subList(0, Math.min(MOST_OF_A_PATTERN, all.size()));
    }

    private static void more(Appendable out, String what, int all) throws IOException {
        if (all > MOST_OF_A_PATTERN) {
            out.append("\nand ").append(Words.count(all - MOST_OF_A_PATTERN, "more " + what)).append('\n');
        }
    }

    private static void group(Appendable out, Words words, Group group, int number, ReportOptions options) throws IOException {
        Reset first = group.first();
        Verdict v = first.verdict();
        out.append("\n## ").append(String.valueOf(number)).append(". ").append(escape(v.summary())).append("\n\n| | |\n|---|---|\n");
        row(out, "Flow", words.flow(first));
        row(out, "Seen", words.where(first));
        row(out, "Sender", words.sender(v));
        row(out, "Cause", words.cause(v));
        if (first.rule() != null) {
            row(out, "Rule", words.rule(first));
        }
        if (!Words.fault(v).isEmpty()) {
            row(out, "Fault", Words.fault(v));
        }
        row(out, "Effect", Words.effect(v));
        String diagram = group.diagram(options.diagrams());
        if (diagram != null) {
            out.append("\n![Diagram of the reset](").append(url(diagram)).append(")\n");
        }
        if (!v.explanation().isBlank()) {
            out.append('\n').append(escape(v.explanation())).append('\n');
        }
        if (!v.evidence().isEmpty()) {
            out.append("\n| Evidence | Weight (decibans) | Frames |\n|---|---|---|\n");
            for (Evidence e : v.evidence()) {
                row(out, e.text(), Words.weights(v, e), words.frames(e.frames()));
            }
        }
        list(out, "Remedy", v.remedy(), v.remedy().size());
        list(out, "Next capture", v.nextCapture(), v.nextCapture().size());
        List<String> story = words.story(first);
        list(out, "Incident", story, story.size());
        List<String> similar = group.resets().stream().skip(1).limit(MOST_SIMILAR).map(r -> words.where(r) + ", " + words.flow(r)).toList();
        list(out, "Similar resets", similar, group.resets().size() - 1);
    }

    private static void list(Appendable out, String title, List<String> shown, int all) throws IOException {
        if (all == 0) {
            return;
        }
        out.append("\n**").append(title).append("**\n\n");
        for (String item : shown) {
            out.append("- ").append(escape(item)).append('\n');
        }
        if (all > shown.size()) {
            out.append("- and ").append(String.valueOf(all - shown.size())).append(" more\n");
        }
    }

    private static void row(Appendable out, String... cells) throws IOException {
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(escape(cell)).append(" |");
        }
        out.append('\n');
    }

    /** A path as the target of a link: what is neither letter, digit nor part of a plain path is encoded. */
    private static String url(String path) {
        StringBuilder result = new StringBuilder(path.length() + 16);
        for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0) {
                result.append(c);
            } else {
                result.append(String.format("%%%02X", (int) c));
            }
        }
        return result.toString();
    }

    /** So that no text is taken for markup or HTML. */
    private static String escape(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (char c : Plain.text(text).toCharArray()) {
            switch (c) {
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '&' -> result.append("&amp;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '$', '!' -> result.append('\\').append(c);
                default -> result.append(c);
            }
        }
        return result.toString();
    }
}
