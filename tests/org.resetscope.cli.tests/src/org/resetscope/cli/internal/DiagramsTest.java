package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.FlowBuilder;

/** analyze --diagrams. */
class DiagramsTest {

    @TempDir
    private Path directory;

    private static long count(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void drawsAndNamesTheFileInTheReport() throws Exception {
        Path to = directory.resolve("new/pictures");
        Run run = Run.of("analyze", "--diagrams", to, Captures.refused(directory, "a.pcap"));
        assertEquals(0, run.exit(), run.err());
        assertEquals("", run.err());
        Path svg = to.resolve("r1-frame-2.svg");
        assertEquals(1, count(to));
        assertTrue(run.out().replaceAll("\\s+", "").contains(svg.toString().replaceAll("\\s+", "")), run.out());
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile()).getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertTrue(root.getTextContent().contains("RST ACK"));
    }

    /** The report may be moved together with its pictures. */
    @Test
    void aReportInAFilePointsToThemFromItsOwnPlace() throws IOException {
        Path report = directory.resolve("report.md");
        Run run = Run.of("analyze", "--format=markdown", "--output", report, "--diagrams", directory.resolve("my (best) <pictures>"),
                Captures.refused(directory, "a.pcap"));
        assertEquals(new Run(0, "", ""), run);
        String text = Files.readString(report);
        assertTrue(text.contains("![Diagram of the reset](my%20%28best%29%20%3Cpictures%3E/r1-frame-2.svg)"), text);
    }

    @Test
    void whereNothingCanBeWrittenIsSaidBeforeTheWork() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        for (Path to : new Path[] { file, file.resolve("below") }) {
            Run run = Run.of("analyze", "--diagrams", to, Captures.refused(directory, "a.pcap"));
            assertEquals(2, run.exit());
            assertEquals("", run.out());
            assertTrue(run.err().contains("--diagrams: '" + to + "' is no directory and cannot be created"), run.err());
        }
    }

    @Test
    void standardInputCannotBeReadTwice() {
        Run run = Run.of("analyze", "--diagrams", directory, "-");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("save the packets to a file first"), run.err());
    }

    @Test
    void compressedCapturesAreReadAgain() throws IOException {
        Path packed = directory.resolve("a.pcap.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Captures.refused().toBytes());
        }
        Run run = Run.of("analyze", "--diagrams", directory.resolve("d"), packed);
        assertEquals(0, run.exit(), run.err());
        assertEquals(1, count(directory.resolve("d")));
    }

    @Test
    void joinedCapturesAreReadAgainAsOne() throws IOException {
        Path first = Captures.refused(directory, "a.pcap");
        Run run = Run.of("analyze", "--join", "--diagrams", directory.resolve("d"), first, Captures.quiet(directory, "b.pcap"));
        assertEquals(0, run.exit(), run.err());
        assertTrue(Files.exists(directory.resolve("d/r1-frame-2.svg")));
    }

    @Test
    void manyIncidentsAreBounded() throws IOException {
        CaptureBuilder capture = CaptureBuilder.pcap();
        for (int i = 0; i < 250; i++) {
            capture.flow("10.0.0.1:" + (40_000 + i), "10.0.0.2:80").syn().serverRefuses();
        }
        Run run = Run.of("analyze", "--diagrams", directory.resolve("d"), capture.write(directory, "many.pcap"));
        assertEquals(0, run.exit(), run.err());
        assertEquals(200, count(directory.resolve("d")));
        assertTrue(run.err().contains("the first 200 incidents were drawn, of 250"), run.err());
    }

    @Test
    void anIncidentHasOneDiagram() throws IOException {
        FlowBuilder flow = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").handshake().client("GET /").serverFin();
        Path file = flow.client(100).serverRst().client(100).serverRst().end().write(directory, "b.pcap");
        Run run = Run.of("analyze", "--diagrams", directory.resolve("d"), file);
        assertEquals(0, run.exit(), run.err());
        assertEquals(1, count(directory.resolve("d")));
        assertFalse(run.out().contains("r2-frame"), run.out());
    }
}
