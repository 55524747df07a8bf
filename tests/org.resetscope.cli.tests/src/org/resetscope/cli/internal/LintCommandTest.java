package org.resetscope.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/** lint and trace: formats and exit codes. What they find is tested where it is found. */
class LintCommandTest {

    private static final String START = "*filter\n-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT\n";
    private static final String END = "-A INPUT -p tcp -j REJECT --reject-with tcp-reset\nCOMMIT\n";

    @TempDir
    private Path directory;
    private Path faulty;
    private Path clean;

    @BeforeEach
    void rules() throws IOException {
        faulty = Files.writeString(directory.resolve("faulty rules.v4"), START + END);
        clean = Files.writeString(directory.resolve("clean.v4"), START + "-A INPUT -m state --state INVALID -j DROP\n" + END);
    }

    @Test
    void textNamesPlaceReasonWayAndFix() {
        Run run = Run.of("lint", faulty);
        assertEquals(0, run.exit());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith(faulty + ":3:1: error RST-001: An INVALID segment is answered with a TCP reset here"), run.out());
        assertTrue(run.out().contains("INPUT filter line 3: -A INPUT -p tcp -j REJECT --reject-with tcp-reset -> reset"), run.out());
        assertTrue(run.out().contains(":3: insert  -A INPUT -m conntrack --ctstate INVALID -j DROP"), run.out());
        assertEquals("No faults in " + clean + ".\n", Run.of("lint", clean).out());
    }

    @Test
    void jsonHoldsFindings() {
        JsonObject finding = Run.of("lint", "--format", "json", faulty).json().getAsJsonArray("findings").get(0).getAsJsonObject();
        assertEquals("RST-001", finding.get("ruleId").getAsString());
        assertEquals("error", finding.get("level").getAsString());
        assertEquals(3, finding.get("line").getAsInt());
        assertEquals("reset", finding.getAsJsonArray("path").get(0).getAsJsonObject().get("effect").getAsString());
        assertEquals(1, finding.getAsJsonArray("fixes").size());
    }

    @Test
    void sarifIsWhatItsReadersExpect() {
        JsonObject sarif = Run.of("lint", "--format", "sarif", faulty).json();
        assertEquals("2.1.0", sarif.get("version").getAsString());
        JsonObject run = sarif.getAsJsonArray("runs").get(0).getAsJsonObject();
        JsonObject result = run.getAsJsonArray("results").get(0).getAsJsonObject();
        JsonObject rule = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules").get(result.get("ruleIndex").getAsInt())
                .getAsJsonObject();
        assertEquals(result.get("ruleId"), rule.get("id"));
        JsonObject place = result.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
        assertEquals(3, place.getAsJsonObject("region").get("startLine").getAsInt());
        assertEquals(faulty.toUri().toString(), place.getAsJsonObject("artifactLocation").get("uri").getAsString());
        JsonObject step = result.getAsJsonArray("codeFlows").get(0).getAsJsonObject().getAsJsonArray("threadFlows").get(0).getAsJsonObject()
                .getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("location");
        assertEquals(3, step.getAsJsonObject("physicalLocation").getAsJsonObject("region").get("startLine").getAsInt());
        JsonObject replacement = result.getAsJsonArray("fixes").get(0).getAsJsonObject().getAsJsonArray("artifactChanges").get(0).getAsJsonObject()
                .getAsJsonArray("replacements").get(0).getAsJsonObject();
        assertEquals("-A INPUT -m conntrack --ctstate INVALID -j DROP\n",
                replacement.getAsJsonObject("insertedContent").get("text").getAsString());
    }

    /** Against the schema of OASIS, with and without findings, fixes and problems. */
    @Test
    void sarifFollowsItsSchema() throws IOException {
        Path strange = Files.writeString(directory.resolve("strange: a#b.v4"), START + "-A INPUT -p tcp --dport odd -j DROP\n" + END);
        Path nft = Files.writeString(directory.resolve("rules.nft"), "table inet f {\n chain i {\n type filter hook input priority 0\n ct state established accept\n"
                + " meta l4proto tcp reject with tcp reset\n }\n}\n");
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json"));
        for (Path file : new Path[] { faulty, clean, strange, nft }) {
            String sarif = Run.of("lint", "--format", "sarif", file).out();
            assertEquals(Set.of(), schema.validate(sarif, InputFormat.JSON), sarif);
        }
        assertFalse(schema.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON).isEmpty(), "the schema is applied");
    }

    @Test
    void fixWritesCorrectedRulesAndLeavesTheFileAlone() throws IOException {
        String before = Files.readString(faulty);
        Run run = Run.of("lint", "--fix", faulty);
        assertEquals(0, run.exit());
        assertEquals(START + "-A INPUT -m conntrack --ctstate INVALID -j DROP\n" + END, run.out());
        assertTrue(run.err().contains("RST-001: Drop INVALID before this rule"), run.err());
        assertEquals(before, Files.readString(faulty));
        Path corrected = directory.resolve("corrected.v4");
        assertEquals(0, Run.of("lint", "--fix", "--output", corrected, faulty).exit());
        assertEquals("No faults in " + corrected + ".\n", Run.of("lint", corrected).out());
        assertEquals(2, Run.of("lint", "--fix", "--output", faulty, faulty).exit(), "a file that is there is not written over");
        assertEquals(2, Run.of("lint", "--output", directory.resolve("x"), faulty).exit());
        assertEquals(before, Files.readString(faulty));
    }

    @Test
    void exitCodes() throws IOException {
        assertEquals(1, Run.of("lint", "--fail-on", "warning", faulty).exit());
        assertEquals(0, Run.of("lint", "--fail-on", "note", clean).exit());
        assertEquals(0, Run.of("lint", "--fail-on", "error", "--sysctl", "nf_conntrack_tcp_be_liberal=1", faulty).exit());
        assertEquals(2, Run.of("lint").exit());
        assertEquals(2, Run.of("lint", "--format", "xml", faulty).exit());
        assertEquals(2, Run.of("lint", "--fail-on", "fatal", faulty).exit());
        Run missing = Run.of("lint", directory.resolve("missing"), faulty);
        assertEquals(3, missing.exit());
        assertTrue(missing.err().contains("there is no such file"), missing.err());
        assertTrue(missing.out().contains("RST-001"), "the others are reported");
        Path other = Files.write(directory.resolve("other"), new byte[] { 1, 2, 3, 0 });
        assertEquals(3, Run.of("lint", other).exit());
        Path partial = Files.writeString(directory.resolve("partial"), START + "-A INPUT -p tcp --dport \033[31m -j DROP\n" + END);
        Run partly = Run.of("lint", partial);
        assertEquals(4, partly.exit());
        assertTrue(partly.err().contains("partial:3:25: "), partly.err());
        assertFalse(partly.err().contains("\033"), "nothing of a file reaches the terminal as a command");
    }

    @Test
    void traceAnswersInWordsAndInJson() {
        JsonObject answer = Run.of("trace", faulty, "--packet", "over-window", "--format", "json").json();
        assertEquals("reset", answer.get("verdict").getAsString());
        assertEquals("firewall", answer.get("resetBy").getAsString());
        assertEquals("reset", answer.get("connection").getAsString());
        assertEquals(3, answer.getAsJsonArray("path").get(0).getAsJsonObject().get("line").getAsInt());
        assertTrue(Run.of("trace", clean, "--packet", "over-window", "--format", "json").json().get("resetBy").isJsonNull());
        assertTrue(Run.of("trace", clean, "--packet", "over-window").out().startsWith("The rules: drop\nReset by: nobody\nThe connection: alive\n"));
    }

    @Test
    void traceRefusesWhatItDoesNotUnderstand() {
        assertEquals(2, Run.of("trace", faulty, "--packet", "odd").exit());
        assertEquals(2, Run.of("trace", faulty, "--topology", "moon").exit());
        assertEquals(2, Run.of("trace").exit());
        assertEquals(3, Run.of("trace", directory.resolve("missing")).exit());
    }

    @Test
    void helpFitsTheTerminal() {
        for (String command : new String[] { "lint", "trace" }) {
            Run help = Run.of(command, "--help");
            assertEquals(0, help.exit());
            assertTrue(help.out().lines().allMatch(line -> line.length() <= 100), help.out());
        }
    }
}
