package org.resetscope.core.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.report.Drawings;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;

/** The HTML report: one file that needs nothing, runs nothing, and does not grow without end. */
class HtmlReporterTest {

    private static final String HOSTILE = "</style></title><script>alert(1)</script><img src=x onerror=\"alert(2)\">' \" & \u202e\u001b[2J &lt;";

    /** Draws a box, and notes what it was asked for. */
    private static final class Boxes implements Drawings {

        private final List<String> prepared = new ArrayList<>();
        private final List<String> drawn = new ArrayList<>();

        @Override
        public void prepare(List<String> resets) {
            prepared.addAll(resets);
        }

        @Override
        public int draw(String reset, Taker taker) throws IOException {
            drawn.add(reset);
            taker.take(HOSTILE, "<svg></svg>");
            return 1;
        }

        @Override
        public int drawAll(Taker taker) throws IOException {
            taker.take("All", "<svg class=\"all\"></svg>");
            return 1;
        }

        @Override
        public String styles() {
            return ".box{fill:red}\n";
        }
    }

    private static String report(Analysis analysis, Drawings drawings) throws IOException {
        StringBuilder out = new StringBuilder();
        Extensions.read(Extensions.REPORTERS, Reporter.class).find("html").orElseThrow().callIo(r -> {
            r.write(analysis, out, ReportOptions.PLAIN.with(drawings));
            return null;
        }, null);
        return out.toString();
    }

    /** The sample with markup wherever a text may come from outside. */
    private static Analysis hostile() {
        Reset sample = SampleAnalysis.full().resets().get(0);
        Verdict v = sample.verdict();
        Evidence evidence = new Evidence(HOSTILE, "form", HOSTILE, Map.of(HOSTILE, 3, "intermediary", 2), List.of());
        Verdict verdict = new Verdict(v.sender(), v.senderProbability(), HOSTILE, "endpoint." + HOSTILE, 0.5, v.fault(),
                List.of(new Verdict.Alternative(HOSTILE, 0.1)), true, HOSTILE, HOSTILE, List.of(HOSTILE), List.of(HOSTILE), List.of(evidence));
        Flow flow = new Flow(new Endpoint(HOSTILE, 1), new Endpoint(HOSTILE, 2), false, HOSTILE);
        Reset reset = new Reset("r1", "i1", flow, sample.packets(), sample.claimedSender(), sample.form(), sample.phase(), null, verdict);
        Capture capture = new Capture("c1", HOSTILE, HOSTILE, HOSTILE, 1, 1, 1, 2, 1, SampleAnalysis.at(0, 6), SampleAnalysis.at(1, 6),
                List.of(Problem.of("x", HOSTILE)));
        return new Analysis(List.of(capture), List.of(reset, reset), List.of(Problem.of("x", HOSTILE)), true);
    }

    private static Set<String> all(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    @Test
    void whatComesFromOutsideIsText() throws IOException {
        String html = report(hostile(), Drawings.NONE);
        Set<String> tags = all("</?[a-zA-Z!][a-zA-Z0-9]*", html);
        Set<String> own = Set.of("!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "h1",
                "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "table", "thead", "tbody", "tr", "th", "td", "a", "span", "figure",
                "figcaption", "svg", "g", "rect", "details", "summary");
        tags.forEach(tag -> assertTrue(own.contains(tag.replaceAll("[</]", "")), tag));
        assertEquals(1, html.split("<style>", -1).length - 1);
        assertEquals(1, html.split("</style>", -1).length - 1);
        // every attribute stands in a tag of our own, none of which has one that runs or loads anything
        all("<[a-z][^>]*>", html).forEach(tag -> assertFalse(tag.matches(".*\\s(on\\w+|src|style|action|srcset)\\s*=.*"), tag));
        assertEquals(Set.of("href=\"#g1\""), all("href=\"[^\"]*\"", html));
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), html);
        assertTrue(html.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c) || c == 0x202e));
    }

    @Test
    void thePolicyAllowsItsOwnStylesAlone() throws Exception {
        String html = report(SampleAnalysis.full(), new Boxes());
        Matcher policy = Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").matcher(html);
        assertTrue(policy.find());
        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(html);
        assertTrue(style.find());
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
        assertEquals("default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'", policy.group(1));
        assertTrue(style.group(1).contains(".box{fill:red}"));
        assertTrue(policy.start() < style.start(), "a policy counts from where it stands");
        assertEquals(Set.of(), all("https?:|@import|url\\(", html));
    }

    @Test
    void theSummaryComesFirstThenPatternsThenIncidents() throws IOException {
        String html = report(SampleAnalysis.full(), new Boxes());
        int last = 0;
        for (String part : new String[] { "4 resets in 4 incidents", "id=\"captures\"", "id=\"problems\"", "id=\"overview\"", "<svg class=\"all\">", "id=\"patterns\"",
                "id=\"g1\"", "had dropped the state", "<svg></svg>", ">Evidence<", "intermediary +25", ">Remedy<", "id=\"g2\"" }) {
            int at = html.indexOf(part, last);
            assertTrue(at >= 0, part + " is missing after position " + last);
            last = at;
        }
    }

    @Test
    void anAnalysisWithoutResetsIsReported() throws IOException {
        String html = report(SampleAnalysis.empty(), Drawings.NONE);
        assertTrue(html.contains("no resets"), html);
        assertFalse(html.contains("id=\"patterns\""));
    }

    /** Of ten thousand different stories a person reads the gravest; the rest is counted. */
    @Test
    void manyResetsMakeAReportOfBoundedSize() throws IOException {
        Reset sample = SampleAnalysis.full().resets().get(0);
        List<Reset> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Flow flow = new Flow(new Endpoint("10.0.0.1", 1000 + i), new Endpoint("10.1." + i / 250 + "." + i % 250, 443), false, "Sr");
            many.add(new Reset("r" + i, "i" + i, flow, sample.packets(), sample.claimedSender(), sample.form(), sample.phase(), null,
                    sample.verdict()));
        }
        Boxes boxes = new Boxes();
        String html = report(new Analysis(SampleAnalysis.full().captures(), many, List.of(), false), boxes);
        assertTrue(html.length() < 1 << 20, html.length() + " characters");
        assertEquals(boxes.prepared, boxes.drawn);
        assertEquals(50, boxes.drawn.size());
        assertTrue(html.contains("Diagrams of the first 50 groups of resets are here, of 10000"));
        assertTrue(html.contains("9,800 more groups of resets: only in the overview."), html.substring(html.length() - 600));
        assertTrue(html.contains("and 9,000 more groups"));
    }
}
