package org.resetscope.core.internal.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.resetscope.core.device.TimeSpan;
import org.resetscope.core.model.Causes;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.Tables;

/** The patterns as a section of the HTML report. */
final class HtmlPatterns {

    private static final int MOST_ROWS = 20;
    private static final int BAR = 12;
    private static final int HEIGHT = 80;

    private final HtmlWriter html;

    HtmlPatterns(HtmlWriter html) {
        this.html = html;
    }

    void write(Patterns patterns) throws IOException {
        Tables tables = patterns.tables();
        html.raw("<section>\n<h2 id=\"patterns\">Patterns</h2>\n");
        list("Steady periods", patterns.periods(), PatternWords::period);
        list("Silences of the same length", patterns.silences(), PatternWords::silence);
        list("Time-outs", patterns.timeouts(), PatternWords::timeout);
        times(tables.times());
        html.element("h3", "Which hosts produce them");
        html.beginTable("Host", "#Sent", "#Forged in its name", "#Undecided in its name", "#Received", "Mostly");
        for (Tables.Host h : tables.hosts().subList(0, Math.min(MOST_ROWS, tables.hosts().size()))) {
            html.row(h.address(), h.sent(), h.forged(), h.undecided(), h.received(), Causes.title(h.tally().cause()));
        }
        html.endTable();
        more("host", tables.hosts().size());
        html.element("h3", "Which services have them");
        html.beginTable("Service", "#Resets", "#Clients", "Mostly", "First (UTC)", "Last (UTC)");
        for (Tables.Service s : tables.services().subList(0, Math.min(MOST_ROWS, tables.services().size()))) {
            html.row(s.server(), s.tally().resets(), s.clients(), Causes.title(s.tally().cause()), Words.time(s.tally().first()),
                    Words.time(s.tally().last()));
        }
        html.endTable();
        more("service", tables.services().size());
        html.raw("</section>\n");
    }

    private <T> void list(String title, List<T> all, Function<T, String> words) throws IOException {
        if (all.isEmpty()) {
            return;
        }
        html.element("h3", title);
        html.raw("<ul>\n");
        for (T one : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
            html.element("li", words.apply(one));
        }
        html.raw("</ul>\n");
        more("of them", all.size());
    }

    private void more(String what, int all) throws IOException {
        if (all > MOST_ROWS) {
            String words = what.equals("of them") ? String.format(Locale.ROOT, "and %,d more", all - MOST_ROWS)
                    : "and " + Words.count(all - MOST_ROWS, "more " + what) + " (--format csv --table " + what + "s lists all)";
            html.element("p class=\"note\"", words);
        }
    }

    /** A bar for each length of time; what it stands for is its title. */
    private void times(List<Tables.Bucket> times) throws IOException {
        if (times.size() < 2) {
            return;
        }
        int most = times.stream().mapToInt(b -> b.tally().resets()).max().orElse(1);
        String span = TimeSpan.text(TimeUnit.NANOSECONDS.toSeconds(times.get(0).nanos()));
        html.element("h3", "When");
        html.raw("<figure>\n<svg class=\"times\" role=\"img\" preserveAspectRatio=\"none\" viewBox=\"0 0 " + times.size() * BAR + " " + HEIGHT + "\" width=\"" + times.size() * BAR
                + "\" height=\"" + HEIGHT + "\" aria-label=\"Resets over time\">\n");
        for (int i = 0; i < times.size(); i++) {
            Tables.Bucket b = times.get(i);
            int resets = b.tally().resets();
            // even one among thousands is seen
            int height = resets == 0 ? 0 : Math.max(3, (int) Math.round(resets * (double) HEIGHT / most));
            html.raw("<g><title>").text(Words.time(b.start()) + " UTC: " + Words.count(resets, "reset")).raw("</title><rect class=\"slot\" x=\""
                    + i * BAR + "\" y=\"0\" width=\"" + BAR + "\" height=\"" + HEIGHT + "\"/>");
            if (height > 0) {
                html.raw("<rect class=\"bar\" x=\"" + (i * BAR + 1) + "\" y=\"" + (HEIGHT - height) + "\" width=\"" + (BAR - 2) + "\" height=\""
                        + height + "\"/>");
            }
            html.raw("</g>\n");
        }
        html.raw("</svg>\n");
        html.element("figcaption", Words.time(times.get(0).start()) + " to " + Words.time(times.get(times.size() - 1).start())
                + " UTC, a bar for each " + span + ", the highest has " + Words.count(most, "reset"));
        html.raw("</figure>\n");
    }
}
