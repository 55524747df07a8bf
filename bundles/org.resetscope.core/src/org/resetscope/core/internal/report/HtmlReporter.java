package org.resetscope.core.internal.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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

/**
 * One HTML file that needs nothing else and runs nothing: no script, no font, no picture from elsewhere, and a content security policy
 * that forbids all but the style sheet within. Tells the same as the text report, with the drawings in it; made for screen, phone and
 * paper. Written as it goes: the largest thing held is one drawing.
 */
public final class HtmlReporter implements Reporter {

    private static final int MOST_CAPTURES = 100;
    private static final int MOST_OVERVIEW = 1000;
    private static final int MOST_IN_FULL = 200;
    private static final int MOST_DRAWN = 50;
    private static final int MOST_SIMILAR = 100;

    @Override
    public void write(Analysis analysis, Appendable out, ReportOptions options) throws IOException {
        Words words = new Words(analysis);
        HtmlWriter html = new HtmlWriter(out);
        List<Group> groups = Group.of(analysis);
        List<Group> full = groups.subList(0, Math.min(MOST_IN_FULL, groups.size()));
        List<Group> drawn = full.subList(0, Math.min(MOST_DRAWN, full.size()));
        options.drawings().prepare(drawn.stream().map(g -> g.first().id()).toList());
        head(html, words, options.drawings().styles());
        html.raw("<header>\n").element("h1", "TCP resets").element("p class=\"lead\"", words.summary()).raw("</header>\n<main>\n");
        captures(html, words, analysis);
        problems(html, analysis);
        if (!groups.isEmpty()) {
            overview(html, groups);
            options.drawings().drawAll((label, svg) -> figure(html, label, svg));
        }
        Patterns patterns = PatternWords.of(analysis);
        if (patterns != null) {
            new HtmlPatterns(html).write(patterns);
        }
        int pictures = 0;
        for (int i = 0; i < full.size(); i++) {
            pictures += group(html, words, full.get(i), i + 1, i < drawn.size() ? options : ReportOptions.PLAIN) ? 1 : 0;
        }
        if (groups.size() > full.size()) {
            html.element("p class=\"note\"", Words.count(groups.size() - full.size(), "more group") + " of resets: only in the overview.");
        }
        if (pictures > 0 && groups.size() > drawn.size()) {
            html.element("p class=\"note\"", "Diagrams of the first " + drawn.size() + " groups of resets are here, of " + groups.size()
                    + " (--filter chooses others).");
        }
        for (Map.Entry<String, List<String>> section : Sections.of(analysis).entrySet()) {
            html.raw("<section>\n").element("h2", section.getKey());
            for (String line : section.getValue()) {
                html.element("p", line);
            }
            html.raw("</section>\n");
        }
        html.raw("</main>\n<footer>").text("Made by ResetScope.").raw("</footer>\n</body>\n</html>\n");
    }

    private static void head(HtmlWriter html, Words words, String drawings) throws IOException {
        String styles = "\n" + styleSheet() + drawings;
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""
                + "default-src 'none'; style-src 'sha256-" + hash(styles) + "'; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n").element("title", "TCP resets: " + words.summary())
                .raw("<style>").raw(styles).raw("</style>\n</head>\n<body>\n");
    }

    private static String styleSheet() throws IOException {
        try (InputStream in = HtmlReporter.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void captures(HtmlWriter html, Words words, Analysis analysis) throws IOException {
        List<Capture> all = analysis.captures();
        html.raw("<section>\n<h2 id=\"captures\">Captures</h2>\n");
        html.beginTable("Capture", "File", "Contents");
        for (Capture c : all.subList(0, Math.min(MOST_CAPTURES, all.size()))) {
            html.row(c.id() + (c.point() == null ? "" : ", point " + c.point()), c.file(), words.capture(c));
        }
        html.endTable();
        if (all.size() > MOST_CAPTURES) {
            html.element("p class=\"note\"", "and " + Words.count(all.size() - MOST_CAPTURES, "more capture"));
        }
        list(html, "ol", "The path, from client to server", words.path());
        html.raw("</section>\n");
    }

    private static void problems(HtmlWriter html, Analysis analysis) throws IOException {
        if (!analysis.partial()) {
            return;
        }
        html.raw("<section>\n<h2 id=\"problems\">Problems</h2>\n<ul class=\"problems\">\n");
        if (analysis.cancelled()) {
            html.element("li", "The analysis was cancelled: not everything was read.");
        }
        for (Problem problem : analysis.problems()) {
            html.element("li", problem.text());
        }
        for (Capture capture : analysis.captures()) {
            for (Problem problem : capture.problems()) {
                html.element("li", capture.id() + ": " + problem.text());
            }
        }
        html.raw("</ul>\n</section>\n");
    }

    private static void overview(HtmlWriter html, List<Group> groups) throws IOException {
        html.raw("<section>\n<h2 id=\"overview\">Overview</h2>\n");
        html.beginTable("#No.", "#Resets", "Severity", "Sender", "Cause", "Service");
        for (int i = 0; i < Math.min(MOST_OVERVIEW, groups.size()); i++) {
            Group group = groups.get(i);
            Reset first = group.first();
            String number = Integer.toString(i + 1);
            html.raw("<tr><td class=\"n\">").raw(i < MOST_IN_FULL ? "<a href=\"#g" + number + "\">" + number + "</a>" : number)
                    .raw("</td><td class=\"n\">").text(String.format(Locale.ROOT, "%,d", group.resets().size())).raw("</td><td>");
            severity(html, group.severity());
            html.raw("</td><td>").text(first.verdict().sender().id()).raw("</td><td>").text(Words.title(first.verdict().cause()))
                    .raw("</td><td>").text(first.flow().server().toString()).raw("</td></tr>\n");
        }
        html.endTable();
        if (groups.size() > MOST_OVERVIEW) {
            html.element("p class=\"note\"", "and " + Words.count(groups.size() - MOST_OVERVIEW, "more group"));
        }
        html.raw("</section>\n");
    }

    /** By word, and only then by colour. */
    private static void severity(HtmlWriter html, Severity severity) throws IOException {
        html.raw("<span class=\"severity " + severity.id() + "\">").text(severity.id()).raw("</span>");
    }

    /** @return whether it has a drawing */
    private static boolean group(HtmlWriter html, Words words, Group group, int number, ReportOptions options)
            throws IOException {
        Reset first = group.first();
        Verdict v = first.verdict();
        html.raw("<article id=\"g" + number + "\" class=\"" + group.severity().id() + "\">\n<h2><span class=\"number\">" + number + ".</span> ")
                .text(v.summary()).raw("</h2>\n<dl>\n");
        html.raw("<dt>Severity</dt><dd>");
        severity(html, group.severity());
        html.raw("</dd>\n");
        fact(html, "Connection", words.flow(first));
        fact(html, "History", first.flow().history());
        fact(html, "Seen", words.where(first));
        fact(html, "Sender", words.sender(v));
        fact(html, "Cause", words.cause(v));
        if (first.rule() != null) {
            fact(html, "Rule", words.rule(first));
        }
        fact(html, "Fault", Words.fault(v));
        fact(html, "Effect", Words.effect(v));
        html.raw("</dl>\n");
        if (!v.explanation().isBlank()) {
            html.element("p", v.explanation());
        }
        int drawn = options.drawings().draw(first.id(), (label, svg) -> figure(html, label, svg));
        list(html, "ul", "The incident", words.story(first));
        evidence(html, words, v);
        list(html, "ol", "Remedy", v.remedy());
        list(html, "ul", "What to capture next", v.nextCapture());
        similar(html, words, group);
        html.raw("</article>\n");
        return drawn > 0;
    }

    private static void fact(HtmlWriter html, String name, String value) throws IOException {
        if (!value.isBlank()) {
            html.raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>\n");
        }
    }

    /** A figure that scrolls by itself where the page is narrow. */
    private static void figure(HtmlWriter html, String label, String svg) throws IOException {
        html.raw("<figure class=\"wide\" tabindex=\"0\">\n").raw(svg).element("figcaption", label).raw("</figure>\n");
    }

    private static void evidence(HtmlWriter html, Words words, Verdict v) throws IOException {
        if (v.evidence().isEmpty()) {
            return;
        }
        html.element("h3", "Evidence");
        html.beginTable("Observation", "Weight (decibans)", "Frames");
        for (Evidence e : v.evidence()) {
            html.raw("<tr><td>").text(e.text()).raw("</td><td>");
            for (String weight : Words.weights(v, e).split(", ")) {
                if (!weight.isEmpty()) {
                    html.raw("<span class=\"weight " + (weight.contains(" -") ? "against" : "for") + "\">").text(weight).raw("</span> ");
                }
            }
            html.raw("</td><td>").text(words.frames(e.frames())).raw("</td></tr>\n");
        }
        html.endTable();
    }

    private static void list(HtmlWriter html, String kind, String title, List<String> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        html.element("h3", title);
        html.raw("<" + kind + ">\n");
        for (String item : items) {
            html.element("li", item);
        }
        html.raw("</" + kind + ">\n");
    }

    private static void similar(HtmlWriter html, Words words, Group group) throws IOException {
        int all = group.resets().size() - 1;
        if (all == 0) {
            return;
        }
        html.raw("<details>\n").element("summary", Words.count(all, "similar reset"));
        html.beginTable("Seen", "Connection");
        for (Reset reset : group.resets().subList(1, Math.min(MOST_SIMILAR, all) + 1)) {
            html.row(words.where(reset), words.flow(reset));
        }
        html.endTable();
        if (all > MOST_SIMILAR) {
            html.element("p class=\"note\"", "and " + Words.count(all - MOST_SIMILAR, "more reset"));
        }
        html.raw("</details>\n");
    }
}
