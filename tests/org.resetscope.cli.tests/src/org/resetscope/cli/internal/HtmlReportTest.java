package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.tests.build.CaptureBuilder;

/** analyze --format html, and the tables of --format csv. */
class HtmlReportTest {

    @TempDir
    private Path directory;

    @Test
    void theReportHoldsItsDrawings() throws Exception {
        Path report = directory.resolve("report.html");
        Run run = Run.of("analyze", "--format=html", "--output", report, Captures.refused(directory, "a.pcap"));
        assertEquals(new Run(0, "", ""), run);
        String html = Files.readString(report);
        assertTrue(html.contains("<svg class=\"drawing\""), html);
        assertTrue(html.contains("RST ACK"));
        assertFalse(html.contains("<?xml"));
    }

    @Test
    void namesAndPayloadsWithMarkupAreText() {
        String script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        Path file = CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").handshake().client("GET /" + script).server(script).serverAbort()
                .end().write(directory, "<img src=x onerror=alert(3)>.pcap");
        Run run = Run.of("analyze", "--format=html", file);
        assertEquals(0, run.exit(), run.err());
        assertFalse(run.out().contains("<script"));
        assertFalse(run.out().contains("<img"));
        assertTrue(run.out().contains("&lt;img src=x onerror=alert(3)&gt;.pcap"));
    }

    @Test
    void tablesOfHostsAndOthersAreExported() {
        Path file = Captures.refused(directory, "a.pcap");
        Run run = Run.of("analyze", "--format=csv", "--table=hosts", file);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().startsWith("host,sent,forged,undecided,received,"), run.out());
        assertTrue(run.out().contains("\r\n10.0.0.2,1,0,0,0,"), run.out());
        assertTrue(Run.of("analyze", "--format=csv", "--table=resets", file).out().startsWith("id,incident,"));
    }

    @Test
    void aTableThatIsNotThereIsWrongUsage() {
        Path file = Captures.refused(directory, "a.pcap");
        Run run = Run.of("analyze", "--format=csv", "--table=users", file);
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("--table: 'users' is none of resets, hosts, services, causes, times"), run.err());
        assertEquals(2, Run.of("analyze", "--table=hosts", file).exit());
    }
}
