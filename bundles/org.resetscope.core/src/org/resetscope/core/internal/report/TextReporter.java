package org.resetscope.core.internal.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.resetscope.core.Analysis;
import org.resetscope.core.Severity;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;

/** A report to read in a terminal: what was found, then a block for each group of similar resets, gravest first. */
public final class TextReporter implements Reporter {

    private static final int MOST_CAPTURES = 20;
    private static final int MOST_EVIDENCE = 5;
    private static final int MOST_SIMILAR = 8;
    private static final int MOST_OF_A_PATTERN = 5;

    @Override
    public void write(Analysis analysis, Appendable out, ReportOptions options) throws IOException {
        Words words = new Words(analysis);
        TextLines lines = new TextLines(out, options);
        List<Group> groups = Group.of(analysis);
        lines.line("", "", words.summary(), TextLines.Style.BOLD);
        captures(lines, words, analysis);
        List<String> path = words.path();
        for (int i = 0; i < path.size(); i++) {
            lines.line(i == 0 ? "path     " : "      -> ", "         ", path.get(i), TextLines.Style.PLAIN);
        }
        for (Problem problem : analysis.problems()) {
            lines.line("problem  ", "         ", problem.text(), TextLines.Style.YELLOW);
        }
        if (groups.size() > 1) {
            overview(lines, groups);
        }
        patterns(lines, PatternWords.of(analysis));
        int number = 1;
        for (Group group : groups) {
            lines.blank();
            group(lines, words, group, number++, options);
        }
        for (Map.Entry<String, List<String>> section : Sections.of(analysis).entrySet()) {
            lines.blank();
            lines.line("", "", section.getKey(), TextLines.Style.BOLD);
            for (String line : section.getValue()) {
                lines.line("   ", "   ", line, TextLines.Style.PLAIN);
            }
        }
    }

    /** Of many captures only the first ones with something to tell: the blocks that follow must not be far away. */
    private static void captures(TextLines lines, Words words, Analysis analysis) throws IOException {
        List<Capture> all = analysis.captures();
        List<Capture> shown = all;
        if (all.size() > MOST_CAPTURES) {
            shown = all.stream().filter(TextReporter::tells).limit(MOST_CAPTURES).toList();
        }
        for (Capture capture : shown) {
            String name = capture.file() + (capture.point() == null ? "" : " (point " + capture.point() + ")");
            lines.line(String.format("%-7s  ", capture.id()), "         ", name + ": " + words.capture(capture), TextLines.Style.PLAIN);
            for (String replay : words.replays(capture)) {
                lines.line("         device   ", "                  ", replay, TextLines.Style.PLAIN);
            }
            for (Problem problem : capture.problems()) {
                lines.line("         problem  ", "                  ", problem.text(), TextLines.Style.YELLOW);
            }
        }
        if (shown.size() < all.size()) {
            long silent = all.stream().filter(c -> !tells(c)).count();
            String rest = Words.count(all.size() - shown.size(), "more capture") + ", " + silent + " of them without resets or problems";
            lines.line("         ", "         ", rest, TextLines.Style.PLAIN);
        }
    }

    private static boolean tells(Capture c) {
        return !c.readable() || c.resets() > 0 || !c.problems().isEmpty();
    }

    private static void overview(TextLines lines, List<Group> groups) throws IOException {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (Group group : groups) {
            Verdict v = group.first().verdict();
            counts.merge(List.of(group.severity().id(), v.sender().id(), Words.title(v.cause())), group.resets().size(), Integer::sum);
        }
        lines.blank();
        lines.line("", "", String.format("%9s  %-8s %-12s  %s", "resets", "severity", "sender", "cause"), TextLines.Style.BOLD);
        for (Map.Entry<List<String>, Integer> row : counts.entrySet()) {
            List<String> cells = row.getKey();
            String start = String.format(Locale.ROOT, "%,9d  %-8s %-12s  ", row.getValue(), cells.get(0), cells.get(1));
            lines.line(start, " ".repeat(start.length()), cells.get(2), TextLines.Style.PLAIN);
        }
    }

    private static void patterns(TextLines lines, Patterns patterns) throws IOException {
        if (patterns == null) {
            return;
        }
        lines.blank();
        lines.line("", "", "Patterns", TextLines.Style.BOLD);
        some(lines, "periods", patterns.periods().stream().map(PatternWords::period).toList());
        some(lines, "silences", patterns.silences().stream().map(PatternWords::silence).toList());
        some(lines, "timeouts", patterns.timeouts().stream().map(PatternWords::timeout).toList());
        some(lines, "hosts", patterns.tables().hosts().stream()
                .filter(h -> h.sent() + h.forged() + h.undecided() > 0).map(PatternWords::host).toList());
        some(lines, "services", patterns.tables().services().stream().map(PatternWords::service).toList());
    }

    private static void some(TextLines lines, String name, List<String> all) throws IOException {
        lines.list(name, all.subList(0, Math.min(MOST_OF_A_PATTERN, all.size())), all.size());
    }

    private static void group(TextLines lines, Words words, Group group, int number, ReportOptions options)
            throws IOException {
        Reset first = group.first();
        Verdict v = first.verdict();
        String start = number + ". ";
        lines.line(start, " ".repeat(start.length()), v.summary(),
                group.severity() == Severity.ERROR ? TextLines.Style.BOLD_RED : TextLines.Style.BOLD);
        lines.field("flow", words.flow(first) + (first.flow().history().isEmpty() ? "" : ", history " + first.flow().history()));
        lines.field("seen", words.where(first) + ", flags " + first.packets().get(0).flags());
        lines.field("sender", words.sender(v));
        lines.field("cause", words.cause(v));
        lines.field("rule", words.rule(first));
        lines.field("fault", Words.fault(v));
        lines.field("effect", Words.effect(v));
        lines.field("diagram", group.diagram(options.diagrams()));
        lines.field("meaning", v.explanation());
        List<String> evidence = new ArrayList<>();
        for (Evidence e : v.evidence().subList(0, Math.min(MOST_EVIDENCE, v.evidence().size()))) {
            String frames = e.frames().isEmpty() ? "" : " (" + words.frames(e.frames()) + ")";
            String weights = Words.weights(v, e);
            evidence.add(e.text() + frames + (weights.isEmpty() ? "" : " [" + weights + "]"));
        }
        lines.list("evidence", evidence, v.evidence().size());
        lines.list("remedy", v.remedy(), v.remedy().size());
        lines.list("next", v.nextCapture(), v.nextCapture().size());
        List<String> story = words.story(first);
        lines.list("incident", story, story.size());
        List<String> similar = group.resets().stream().skip(1).limit(MOST_SIMILAR).map(r -> words.where(r) + ", " + words.flow(r)).toList();
        lines.list("similar", similar, group.resets().size() - 1);
    }
}
