package org.resetscope.core.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Reset;
import org.resetscope.core.report.ReportOptions;
import org.resetscope.core.report.Reporter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Each built-in reporter against a golden file; {@code -Dgolden.write=DIRECTORY} writes them anew. */
class ReportersTest {

    private static String report(String id, Analysis analysis, ReportOptions options) throws IOException {
        StringBuilder out = new StringBuilder();
        Extensions<Reporter> reporters = Extensions.read(Extensions.REPORTERS, Reporter.class);
        reporters.find(id).orElseThrow().callIo(r -> {
            r.write(analysis, out, options);
            return null;
        }, null);
        assertEquals(List.of(), reporters.problems());
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({ "text,sample.txt", "json,sample.json", "csv,sample.csv", "markdown,sample.md" })
    void writesAsTheGoldenFile(String id, String file) throws IOException {
        golden(id, file, ReportOptions.PLAIN);
    }

    @ParameterizedTest
    @EnumSource(value = ReportOptions.Table.class, mode = EnumSource.Mode.EXCLUDE, names = "RESETS")
    void writesEachTableAsTheGoldenFile(ReportOptions.Table table) throws IOException {
        golden("csv", "sample-" + table.name().toLowerCase(Locale.ROOT) + ".csv", ReportOptions.PLAIN.with(table));
    }

    private static void golden(String id, String file, ReportOptions options) throws IOException {
        // golden files have this system's line ends after a checkout; that CSV has its own is another test's
        String actual = report(id, SampleAnalysis.full(), options).replace("\r\n", "\n");
        String directory = System.getProperty("golden.write");
        if (directory != null) {
            Files.writeString(Path.of(directory, file), actual);
        }
        try (InputStream golden = ReportersTest.class.getResourceAsStream(file)) {
            assertNotNull(golden, file);
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"), actual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "text", "json", "csv", "markdown" })
    void anAnalysisWithoutResetsIsReported(String id) throws IOException {
        assertFalse(report(id, SampleAnalysis.empty(), ReportOptions.PLAIN).isBlank());
    }

    @Test
    void textSaysFirstWhatWasFound() throws IOException {
        assertEquals("1 capture, 2 packets, 0 TCP flows: no resets",
                report("text", SampleAnalysis.empty(), ReportOptions.PLAIN).lines().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = { 60, 80, 132 })
    void textStaysWithinTheWidth(int width) throws IOException {
        report("text", SampleAnalysis.full(), new ReportOptions(false, width)).lines()
                .forEach(line -> assertTrue(line.length() <= width, line.length() + ": " + line));
    }

    @Test
    void textHasNoControlCharactersButItsOwnColours() throws IOException {
        String plain = report("text", SampleAnalysis.full(), ReportOptions.PLAIN);
        assertTrue(plain.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c) || c == 0x202e), plain);
        String coloured = report("text", SampleAnalysis.full(), new ReportOptions(true, 100));
        assertTrue(coloured.contains("\u001b[1m"));
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void jsonKeepsTheContract() throws IOException {
        JsonObject report = JsonParser.parseString(report("json", SampleAnalysis.full(), ReportOptions.PLAIN)).getAsJsonObject();
        assertEquals("resetscope.report/1", report.get("schema").getAsString());
        JsonObject unreadable = report.getAsJsonArray("captures").get(2).getAsJsonObject();
        for (String unknown : new String[] { "point", "format", "packets", "tcpPackets", "flows", "resets", "bytes", "start", "end" }) {
            assertTrue(unreadable.get(unknown).isJsonNull(), unknown);
        }
        assertEquals("1767225600.000000", report.getAsJsonArray("captures").get(0).getAsJsonObject().get("start").getAsString());
        JsonArray resets = report.getAsJsonArray("resets");
        JsonObject middlebox = resets.get(1).getAsJsonObject();
        assertTrue(middlebox.getAsJsonObject("flow").get("inferred").getAsBoolean());
        assertTrue(middlebox.get("effective").isJsonNull());
        assertEquals(4_294_967_295L, middlebox.getAsJsonArray("packets").get(0).getAsJsonObject().get("seq").getAsLong());
        assertEquals("1767225604.000300123", middlebox.getAsJsonArray("packets").get(1).getAsJsonObject().get("time").getAsString());
        JsonObject undecided = resets.get(2).getAsJsonObject().getAsJsonObject("cause");
        assertTrue(undecided.get("probability").isJsonNull(), "not a number is not known");
        assertEquals("none", undecided.get("fault").getAsString());
        assertFalse(resets.get(0).getAsJsonObject().getAsJsonObject("flow").has("inferred"));
    }

    @Test
    void jsonHasOneResetALine() throws IOException {
        long lines = report("json", SampleAnalysis.full(), ReportOptions.PLAIN).lines().filter(l -> l.startsWith("{\"id\":\"r")).count();
        assertEquals(4, lines);
    }

    @Test
    void csvDefusesFormulasAndQuotes() throws IOException {
        String row = report("csv", SampleAnalysis.full(), ReportOptions.PLAIN).split("\r\n")[3];
        assertTrue(row.endsWith(",\"'=HYPERLINK(\"\"x\"\"), \"\"said\"\" 10.0.0.1.\""), row);
    }

    @Test
    void csvRowsHaveAsManyCellsAsTheHeader() throws IOException {
        String[] rows = report("csv", SampleAnalysis.full(), ReportOptions.PLAIN).split("\r\n");
        assertEquals(5, rows.length);
        for (String row : rows) {
            assertEquals(31, row.replaceAll("\"(?:[^\"]|\"\")*\"", "").split(",", -1).length, row);
        }
    }

    @Test
    void markdownShowsMarkupAsText() throws IOException {
        String text = report("markdown", SampleAnalysis.full(), ReportOptions.PLAIN);
        assertTrue(text.contains("evil\\\\x1b\\[2J&lt;U+202E&gt;\\|&lt;b&gt;.pcap"), text);
        assertTrue(text.contains("taken at the server \\| its own"), text);
    }

    @Test
    void manySimilarResetsAreOneBlock() throws IOException {
        List<Reset> many = new ArrayList<>();
        Analysis one = SampleAnalysis.full();
        for (int i = 0; i < 1000; i++) {
            many.add(one.resets().get(0));
        }
        Analysis analysis = new Analysis(one.captures(), many, List.of(), false);
        List<String> lines = report("text", analysis, ReportOptions.PLAIN).lines().toList();
        assertTrue(lines.size() < 50, lines.size() + " lines");
        assertTrue(lines.get(lines.size() - 1).strip().equals("- and 991 more"), lines.get(lines.size() - 1));
    }

    /** A million resets must not cost memory on top of the analysis: the writer never holds more than a piece. */
    @Test
    void jsonStreams() throws IOException {
        int[] largest = { 0 };
        Appendable out = new Appendable() {
            @Override
            public Appendable append(CharSequence text) {
                return append(text, 0, text.length());
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) {
                largest[0] = Math.max(largest[0], end - start);
                return this;
            }

            @Override
            public Appendable append(char c) {
                return this;
            }
        };
        Extensions.read(Extensions.REPORTERS, Reporter.class).find("json").orElseThrow().callIo(r -> {
            r.write(SampleAnalysis.full(), out, ReportOptions.PLAIN);
            return null;
        }, null);
        assertTrue(largest[0] > 0 && largest[0] < 4096, "largest piece: " + largest[0]);
    }
}
