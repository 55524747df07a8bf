package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;
import org.resetscope.core.tests.build.PacketBuilder;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Reports and exit codes on captures that can be read. */
class AnalyzeCommandTest {

    @TempDir
    private Path directory;

    @Test
    void standardOutputHoldsTheReportAlone() {
        Run run = Run.of("analyze", "--format", "json", Captures.refused(directory, "a.pcap"));
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        JsonArray resets = run.json().getAsJsonArray("resets");
        assertEquals(1, resets.size());
        JsonObject reset = resets.get(0).getAsJsonObject();
        assertEquals(2, reset.getAsJsonArray("packets").get(0).getAsJsonObject().get("frame").getAsInt());
        assertEquals("endpoint.refused", reset.getAsJsonObject("cause").get("id").getAsString());
    }

    /** Rules that refuse port 80 to hosts behind them; other ports are accepted. */
    private Path rules(String more) throws IOException {
        return Files.writeString(directory.resolve("rules.v4"),
                "*filter\n-A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset\n" + more + "COMMIT\n");
    }

    @Test
    void aFirewallsRuleIsNamed() throws IOException {
        Path rules = rules("");
        Path capture = Captures.refused(directory, "a.pcap");
        Run run = Run.of("analyze", "--format", "json", "--firewall", rules, capture);
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        JsonObject rule = run.json().getAsJsonArray("resets").get(0).getAsJsonObject().getAsJsonObject("rule");
        assertEquals(rules.toString(), rule.get("file").getAsString());
        assertEquals(2, rule.get("line").getAsInt());
        assertEquals("-A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset", rule.get("text").getAsString());
        assertEquals("{\"capture\":\"c1\",\"frame\":1}", rule.getAsJsonObject("trigger").toString());
        String text = Run.of("analyze", "--firewall", rules, capture).out().replaceAll("\\s+", " ");
        assertTrue(text.contains("line 2: -A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset, answering frame 1"), text);
        assertTrue(Run.of("analyze", "--format=json", capture).json().getAsJsonArray("resets").get(0).getAsJsonObject().get("rule").isJsonNull());
    }

    @Test
    void rulesThatCannotBeReadInFullMakeTheAnswerPartial() throws IOException {
        Run run = Run.of("analyze", "--firewall", rules("this is no rule\n"), Captures.refused(directory, "a.pcap"));
        assertEquals(4, run.exit());
        assertTrue(run.err().contains("rules.v4:3:"), run.err());
        assertEquals(3, Run.of("analyze", "--firewall", directory.resolve("none"), Captures.refused(directory, "a.pcap")).exit());
    }

    @Test
    void textIsTheDefault() {
        Run run = Run.of("analyze", Captures.refused(directory, "a.pcap"));
        assertTrue(run.out().startsWith("1 capture, "), run.out());
        assertTrue(run.out().contains("connection refused (endpoint.refused)"), run.out());
    }

    @ParameterizedTest
    @CsvSource({ "info,1", "warning,1", "error,0", "WARNING,1" })
    void failsOnFindingsFromASeverityUp(String severity, int exit) {
        assertEquals(exit, Run.of("analyze", "--fail-on", severity, Captures.refused(directory, "a.pcap")).exit());
    }

    @Test
    void whatTheFilterLeavesOutIsNoFinding() {
        Path file = Captures.refused(directory, "a.pcap");
        Run run = Run.of("analyze", "--format=json", "--fail-on=info", "--filter", "port=443", file);
        assertEquals(0, run.exit());
        assertEquals(0, run.json().getAsJsonArray("resets").size());
        assertEquals(1, Run.of("analyze", "--fail-on=info", "--filter", "port=80", file).exit());
    }

    @Test
    void filesAreIndependentCaptures() {
        Run run = Run.of("analyze", "--format=json", Captures.refused(directory, "a.pcap"), Captures.refused(directory, "b.pcap"));
        assertEquals(2, run.json().getAsJsonArray("captures").size());
        assertEquals(2, run.json().getAsJsonArray("resets").size());
    }

    @Test
    void pointsBearTheirNames() {
        Run run = Run.of("analyze", "--format=json", "--point", "client=" + Captures.refused(directory, "a=b.pcap"));
        JsonObject capture = run.json().getAsJsonArray("captures").get(0).getAsJsonObject();
        assertEquals("client", capture.get("point").getAsString());
        assertTrue(capture.get("file").getAsString().endsWith("a=b.pcap"));
    }

    /** A router between lan and wan refuses what the client sends, and the server goes on. */
    private List<Object> refusedBetweenPoints() {
        CaptureBuilder all = CaptureBuilder.pcap();
        for (int port = 50_000; port < 50_003; port++) {
            all.flow("10.0.0.1:" + port, "10.0.0.2:80").ttl(64, 62).handshake().client(100).server(100).clientAck().close();
        }
        FlowBuilder flow = all.flow("10.0.0.1:40000", "10.0.0.2:80").ttl(64, 62).handshake().client(100).serverAck().client("a SECRET");
        PacketBuilder kept = all.packets().get(all.packets().size() - 1);
        flow.with(p -> p.ttl(64)).serverRst();
        PacketBuilder rst = all.packets().get(all.packets().size() - 1);
        flow.with(p -> p.ack(p.ack() - 8)).server(10);
        PacketBuilder beyond = all.packets().get(all.packets().size() - 1);
        CaptureBuilder lan = CaptureBuilder.pcap();
        all.packets().stream().filter(p -> p != beyond).forEach(p -> lan.packets().add(p));
        CaptureBuilder wan = CaptureBuilder.pcap();
        all.packets().stream().filter(p -> p != kept && p != rst).forEach(p -> wan.packets().add(there(p)));
        return List.of("--point", "wan=" + wan.write(directory, "wan.pcap"), "--point", "lan=" + lan.write(directory, "lan.pcap"));
    }

    private static PacketBuilder there(PacketBuilder p) {
        boolean forth = p.from().startsWith("10.0.0.1:");
        return p.copy().laterMicros(forth ? 20 : -20).ttl(p.ttl() + (forth ? -1 : 1));
    }

    private static Run analyzed(List<Object> points, Object... more) {
        return Run.of(Stream.of(Stream.of("analyze"), Stream.of(more), points.stream()).flatMap(s -> s).toArray());
    }

    @Test
    void aDeviceIsNamedWhereItStandsAndItsRulesCountThere() throws IOException {
        List<Object> points = refusedBetweenPoints();
        Path rules = Files.writeString(directory.resolve("fw.v4"),
                "*filter\n-A FORWARD -p tcp -m string --algo bm --string SECRET -j REJECT --reject-with tcp-reset\nCOMMIT\n");
        Run there = analyzed(points, "--path", "client,lan,Firewall <1>=" + rules + ",wan,server", "--format=json");
        assertEquals("", there.err());
        JsonObject reset = there.json().getAsJsonArray("resets").get(0).getAsJsonObject();
        assertEquals("between lan and wan (Firewall <1>)", reset.getAsJsonObject("sender").get("location").getAsString());
        assertEquals(2, reset.getAsJsonObject("rule").get("line").getAsInt());
        String text = analyzed(points, "--path", "client,lan,Firewall <1>=" + rules + ",wan,server").out().replaceAll("\\s+", " ");
        assertTrue(text.contains("device between lan and wan (Firewall <1>)"), text);
        assertTrue(text.contains("line 2: -A FORWARD"), text);
        String html = analyzed(points, "--path", "client,lan,Firewall <1>=" + rules + ",wan,server", "--format=html").out();
        assertTrue(html.contains("between lan and wan (Firewall &lt;1&gt;)") && !html.contains("Firewall <1>"), html);
        for (String path : List.of("Firewall=" + rules + ",lan,wan", "lan,wan,Firewall=" + rules)) {
            JsonObject elsewhere = analyzed(points, "--path", path, "--format=json").json().getAsJsonArray("resets").get(0).getAsJsonObject();
            assertEquals("between lan and wan", elsewhere.getAsJsonObject("sender").get("location").getAsString());
            assertTrue(elsewhere.get("rule").isJsonNull(), path);
        }
    }

    @Test
    void thePathGivesTheOrderOfPoints() {
        List<Object> points = refusedBetweenPoints();
        JsonArray path = analyzed(points, "--path", "wan,lan", "--format=json").json().getAsJsonArray("path");
        assertEquals("wan", path.get(0).getAsJsonObject().get("point").getAsString());
    }

    @Test
    void aCaptureWithoutTcpIsNoError() {
        Path file = CaptureBuilder.pcap().write(directory, "none.pcap");
        assertEquals(0, Run.of("analyze", "--fail-on=info", file).exit());
    }

    @Test
    void oddFileNamesAreFileNames() {
        Path at = Captures.refused(directory, "@a.pcap");
        Path odd = Captures.refused(directory, "-- \u00fc \u001b[2J.pcap");
        Run run = Run.of("analyze", "--", at, odd);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("@a.pcap"));
        assertFalse(run.out().contains("\u001b"), "control characters reach the terminal");
    }

    @Test
    void tenThousandCapturesInOneCall() throws IOException {
        Path one = Captures.refused(directory, "0.pcap");
        List<Path> files = new ArrayList<>(List.of(one));
        for (int i = 1; i < 10_000; i++) {
            files.add(Files.createLink(directory.resolve(i + ".pcap"), one));
        }
        Run run = Run.of("analyze", "--format=json", files);
        assertEquals(0, run.exit());
        assertEquals(10_000, run.json().getAsJsonArray("captures").size());
        assertEquals(10_000, run.json().getAsJsonArray("resets").size());
        long lines = Run.of("analyze", files).out().lines().count();
        assertTrue(lines < 200, "a person gets " + lines + " lines");
    }

    @Test
    void outputAppearsWhole() throws IOException {
        Path report = directory.resolve("report.json");
        Files.writeString(report, "old");
        Run run = Run.of("analyze", "--format=json", "--output", report, Captures.refused(directory, "a.pcap"));
        assertEquals(new Run(0, "", ""), run);
        assertTrue(Files.readString(report).startsWith("{\"schema\":\"resetscope.report/1\""));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(2, files.count(), "nothing is left behind");
        }
    }

    @Test
    void outputThroughALinkKeepsTheLink() throws IOException {
        Path report = Files.writeString(directory.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.txt"), report);
        assertEquals(0, Run.of("analyze", "--output", link, Captures.refused(directory, "a.pcap")).exit());
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(report).startsWith("1 capture"));
    }

    @Test
    void theCaptureItselfIsNotOverwritten() throws IOException {
        Path file = Captures.refused(directory, "a.pcap");
        byte[] before = Files.readAllBytes(file);
        Run run = Run.of("analyze", "--output", directory.resolve("./a.pcap"), file);
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("is one of the captures"), run.err());
        assertEquals(before.length, Files.size(file));
    }

    @Test
    void aReportThatCannotBeWrittenIsToldAndTheOldOneStays() throws IOException {
        Path report = Files.writeString(directory.resolve("report.txt"), "old");
        IOException full = new IOException("No space left on device");
        IOException thrown = null;
        try {
            ReportOutput.to(report).write(out -> {
                out.write("half");
                out.flush();
                throw full;
            });
        } catch (IOException e) {
            thrown = e;
        }
        assertEquals(full, thrown);
        assertEquals("old", Files.readString(report));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(1, files.count(), "nothing is left behind");
        }
    }

    @Test
    void standardOutputThatFailsIsAnErrorButAClosedPipeIsNot() {
        assertEquals(5, onto("No space left on device"));
        assertEquals(0, onto("Broken pipe"));
    }

    private int onto(String failure) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
        return Cli.run(Run.strings("analyze", Captures.refused(directory, "a.pcap")), failing, silent, Terminal.NONE);
    }

    /** A name that no system can pass on, as a stand-in for a mistake of ours. */
    @Test
    void anInternalErrorIsOneLineAndAHint() {
        Object[] arguments = { "analyze", "--output", directory.resolve("r.txt"), "a\0b" };
        Run run = Run.of(arguments);
        assertEquals(5, run.exit());
        assertEquals("", run.out());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("resetscope: internal error: ") && run.err().contains("--debug"), run.err());
        Run debug = Run.of("analyze", "--debug", "--output", directory.resolve("r.txt"), "a\0b");
        assertEquals(5, debug.exit());
        assertTrue(debug.err().contains("at org.resetscope."), debug.err());
    }

    @Test
    void progressShowsOnATerminalOnly() {
        ProgressLine line = new ProgressLine(null, 80);
        line.beginTask("x", 10);
        line.worked(10);
        line.clear(); // no exception without a terminal

        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        ProgressLine progress = new ProgressLine(new PrintStream(shown, true), 40);
        progress.beginTask("Analysing captures", 10);
        long end = System.nanoTime() + 400_000_000;
        while (System.nanoTime() < end) {
            progress.internalWorked(0.0001);
        }
        progress.clear();
        String[] updates = shown.toString().split("\r");
        assertTrue(updates.length > 2 && updates.length < 8, updates.length + " updates");
        for (String update : updates) {
            assertTrue(update.length() < 40, update);
        }
    }
}
