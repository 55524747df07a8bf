package org.resetscope.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.ScriptException;
import org.resetscope.console.session.ScriptSession;
import org.resetscope.console.ScriptSource;
import org.resetscope.console.Table;
import org.resetscope.core.Analysis;

/** What people type, and what they see. */
@Timeout(60)
class ScriptSessionTest {

    private static final Path SAMPLE = Path.of("../../docs/scripts/by-cause.groovy");

    @TempDir
    private Path directory;

    private final RecordedOutput output = new RecordedOutput();
    private final ScriptSession session = new ScriptSession(OpenAnalyses.own(), output);

    @BeforeEach
    void bindTheCapture() {
        session.bind("file", Samples.threeResets(directory).toString());
    }

    private Object typed(String script) throws ScriptException {
        return session.evaluate(ScriptSource.typed(script), null);
    }

    private String shown(String script) throws ScriptException {
        output.text.setLength(0);
        session.run(ScriptSource.typed(script), null);
        return output.text.toString();
    }

    private String failure(String script) {
        return assertThrows(ScriptException.class, () -> session.evaluate(ScriptSource.file("some.groovy", script), null)).getMessage();
    }

    @Test
    void fiveLinesGroupResetsByCause() throws Exception {
        String script = Files.readString(SAMPLE);
        assertEquals(5, script.lines().count());
        session.bind("args", List.of(Samples.threeResets(directory).toString()));
        session.run(ScriptSource.file("by-cause.groovy", script), null);
        assertEquals("""
                cause                       resets  sender
                --------------------------  ------  ------
                connection refused               2  server
                aborted by the application       1  client
                """, output.text.toString());
        Table table = output.tables.get(0);
        assertEquals(List.of("cause", "resets", "sender"), table.columns());
        assertTrue(table.numeric(1));
        assertFalse(table.numeric(0));
    }

    @Test
    void variablesLast() throws Exception {
        typed("def a = open(file)");
        typed("x = a.resets.size()");
        typed("int y = x + 1");
        assertEquals(4, typed("y"));
        assertInstanceOf(Analysis.class, typed("a"));
        assertEquals(3, typed("resets.size()"));
        assertEquals(1, typed("captures.size()"));
        assertEquals("[endpoint.refused, endpoint.abort]", typed("resets.groupBy { it.verdict.cause }.keySet().toString()"));
    }

    @Test
    void whatIsOpenFollows() throws Exception {
        typed("open file; open file");
        assertEquals(3, typed("resets.size()"), "the same file is open once");
        typed("close open(file)");
        assertEquals(0, typed("resets.size()"));
        assertEquals(3, typed("analyze(file).resets.size()"));
        assertEquals(0, typed("resets.size()"));
        typed("resets = [1]");
        assertEquals(List.of(1), typed("resets"), "a script's own name stands before the console's");
    }

    @Test
    void resetsAreATable() throws Exception {
        String text = shown("open(file).resets");
        assertEquals(List.of("id", "time", "client", "server", "sender", "cause", "certainty"), output.tables.get(0).columns());
        assertTrue(text.lines().skip(2).findFirst().orElseThrow().startsWith("r1  2026-01-01 00:00:00.001000  10.0.0.1:40000  10.0.0.2:80"),
                text);
    }

    private void bindTheLog() throws IOException {
        session.bind("log", Files.writeString(directory.resolve("app.log"), "2026-01-01T00:00:00.001Z app: lost 10.0.0.1:40000\n").toString());
        session.bind("other", Files.writeString(directory.resolve("kern.log"), "2026-01-01T00:00:00.002Z kernel: gone 10.0.0.1:40000\n").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "open(file, log: log).resets*.log*.file                           | [[app.log], [], []]",
            "open(file, log: [log, other]).resets[0].log*.file                | [app.log, kern.log]",
            "analyze(file, log: log).resets[0].log*.line                      | [1]",
            "open(file, log: log); resets[0].log*.file                        | [app.log]",
            "def a = open(file); joinLogs a, log, other; resets[0].log*.file  | [app.log, kern.log]",
            "def a = open(file, log: log); joinLogs(a, [other]).resets[0].log*.file | [app.log, kern.log]",
            "joinLogs(analyze(file), log).resets[0].log*.file                 | [app.log]" })
    void logsAreJoined(String script, String expected) throws Exception {
        bindTheLog();
        assertEquals(expected, typed(script).toString());
        assertEquals(List.of(), output.problems);
    }

    @Test
    void whatLogsSayIsExplainedLater() throws Exception {
        bindTheLog();
        typed("joinLogs open(file), log");
        assertTrue(shown("explain resets[0]").contains("app.log, line 1"), output.text.toString());
        assertEquals(1, typed("captures.size()"), "it took the place of what was open");
    }

    @Test
    void aLogThatIsNotThereFailsTheScriptAndOneThatSaysNothingIsTold() throws Exception {
        assertTrue(failure("open file, log: 'nowhere.log'").contains("the log nowhere.log cannot be read: there is no such file"));
        assertTrue(failure("joinLogs analyze(file)").contains("which log?"));
        assertTrue(failure("open file, log: []").contains("which log?"));
        typed("joinLogs open(file), '../../docs/scripts/by-cause.groovy'");
        assertTrue(output.problems.get(0).contains("no line is of a known log format"), output.problems.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "table resets.countBy { it.verdict.cause }, 'cause', 'resets' | cause resets --- --- endpoint.refused 2 endpoint.abort 1",
            "table resets.groupBy { it.verdict.cause }                    | key count --- --- endpoint.refused 2 endpoint.abort 1",
            "table resets, 'id', 'flow.client.port'                       | id flow.client.port --- --- r1 40000 r2 40001 r3 40002",
            "table(resets.take(1), n: 'id', who: { it.verdict.sender })   | n who --- --- r1 server",
            "table([[1, 2.5], [3, null]])                                 | 1 2 --- --- 1 2.5 3",
            "[[a: 1, b: 'x'], [a: 2, c: 3]]                               | a b c --- --- --- 1 x 2 3",
            "[a: 1]                                                       | key value --- --- a 1",
            "resets*.id                                                   | [r1, r2, r3]",
            "resets[0].flow.client                                        | 10.0.0.1:40000",
            "println 'one'; 2                                             | one",
            "println 'one'; table([[2]])                                  | one value --- 2",
            "filter(resets, 'cause=endpoint.abort')*.id                   | [r3]",
            "filter(open(file), 'port=40001').resets*.id                  | [r2]",
            "Severity.of(resets[0])                                       | WARNING",
            "null                                                         | ~~" })
    void valuesAreShown(String script, String expected) throws Exception {
        typed("open file");
        assertEquals(expected, shown(script).replaceAll("-{2,}|(?m)(?<=^| )-(?= |$)", "---").replaceAll("\\s+", " ").strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "flows*.server*.port                                          | [80, 80, 8080]",
            "packets(resets[0]).size()                                    | 2",
            "lint('../../samples/folk-rules.v4')*.check                   | [RST-001, RST-006]",
            "trace('../../samples/folk-rules.v4', packet: 'over-window').resetBy | firewall",
            "trace('../../samples/folk-rules.v4', packet: 'syn', nf_conntrack_tcp_loose: 0).verdict | accept",
            "routers('asa')*.id                                           | [cisco-asa]",
            "routers.any { it.id == 'cisco-asa' }                         | true",
            "open(file, router: 'cisco-asa').resets.size()                | 3",
            "open(file, firewall: '../../samples/folk-rules.v4').replays.size() | 1",
            "json([a: [1, null]])                                         | { \"a\": [ 1, null ] }" })
    void asksTheEngine(String script, String expected) throws Exception {
        typed("open file");
        assertEquals(expected, shown(script).replaceAll("\\s+", " ").strip());
    }

    @Test
    void anAnswerOfARuleSetIsASentenceAndATable() throws Exception {
        String text = shown("trace '../../samples/folk-rules.v4', packet: 'over-window'");
        assertTrue(text.startsWith("The rules: reset. Reset by: firewall. The connection: reset.\nhook "), text);
        assertEquals(List.of("hook", "table", "chain", "line", "rule", "effect"), output.tables.get(0).columns());
    }

    @Test
    void drawsAReset() throws Exception {
        session.bind("to", directory.resolve("x.svg").toString());
        typed("draw open(file).resets[0], to");
        assertTrue(Files.readString(directory.resolve("x.svg")).contains("<svg"));
        assertTrue(shown("draw resets[0]").startsWith("Ladder of the reset in frame 2"), output.text.toString());
        assertTrue(failure("draw analyze(file).resets[0]").endsWith("draw: r1 belongs to no open capture; open it first"));
    }

    @Test
    void rowsRememberWhatTheyStandFor() throws Exception {
        Table table = (Table) typed("table open(file).resets, 'id'");
        assertEquals(typed("resets"), table.subjects());
        assertEquals(List.of("r1"), table.rows().get(0));
    }

    @Test
    void explainsAReset() throws Exception {
        String text = shown("explain open(file).resets[2]");
        assertTrue(text.contains("10.0.0.3:40002 -> 10.0.0.4:8080") && text.contains("evidence"), text);
    }

    @Test
    void exportsByTheNameOfTheFile() throws Exception {
        session.bind("to", directory.resolve("x.json").toString());
        typed("export open(file), to");
        assertTrue(Files.readString(directory.resolve("x.json")).contains("resetscope.report/1"));
        typed("export resets ? open(file) : null, to, format: 'csv'");
        assertFalse(Files.readString(directory.resolve("x.json")).startsWith("{"));
        assertTrue(failure("export open(file), 'x.what'").startsWith("some.groovy:1: export: which format?"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "x = 1\\nfoo(2, 'a', [])            | some.groovy:2: there is no foo(Integer, String, List)",
            "x = 1\\n\\nbar                     | some.groovy:3: there is no 'bar'",
            "x = [1,                            | some.groovy:1:8: Unexpected input: '<EOF>'",
            "null.x()                           | some.groovy:1: NullPointerException: Cannot invoke method x() on null object",
            "def f() {\\n 1/0 }\\nf()           | some.groovy:2: ArithmeticException: Division by zero",
            "[1].each {\\n it.nope }            | some.groovy:2: there is no 'nope' in a Integer; perhaps: TYPE",
            "open 'nope.pcap'                   | some.groovy:1: There is no file nope.pcap.",
            "open()                             | some.groovy:1: open: which capture? Give its file name in quotes.",
            "open 3                             | some.groovy:1: open: 3 is no file name",
            "filter open(file), 'port='         | some.groovy:1: filter: expected a value for port but found the end, at column 6 of port=",
            "def r() { r() }\\nr()              | some.groovy:1: it calls itself without end" })
    void errorsNameFileAndLine(String script, String expected) {
        String message = failure(script.replace("\\n", "\n"));
        assertEquals(expected, message);
    }

    @Test
    void aScriptNamedAsAVariableDoesNotHideIt() throws Exception {
        typed("open file");
        assertEquals(3, session.evaluate(ScriptSource.file("resets.groovy", "resets.size()"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "while (true) { }", "for (;;) { }", "do { } while (true)", "while (true) { sleep 50 }",
            "while (true) { try { Thread.sleep(20) } catch (e) { } }", "Thread.sleep(60_000)", "def f = { -> while (true) { } }; f()",
            "(1..Integer.MAX_VALUE).each { }", "class A { def go() { while (true) { } } }\nnew A().go()" })
    void stopsAnEndlessLoop(String script) throws Exception {
        Thread stopper = new Thread(() -> {
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
                return;
            }
            session.stop();
        });
        stopper.start();
        long start = System.nanoTime();
        ScriptException stopped = assertThrows(ScriptException.class, () -> typed(script));
        assertTrue(stopped.stopped());
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals(2, typed("1 + 1"), "the session lives on");
    }

    @Test
    void nothingRunsByItself() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        session.bind("counted", Integer.class, asked::incrementAndGet);
        typed("1");
        assertEquals(0, asked.get());
        assertEquals(1, typed("counted"));
    }

    @Test
    void helpIsThereWithoutBrackets() throws Exception {
        String text = shown("help");
        assertTrue(text.contains("open 'a.pcap'") && text.contains("tickets"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "help resets               | resets The resets of all that is open",
            "help(open)                | open 'a.pcap', ... Reads and explains captures",
            "help resets.verdict       | A Verdict with alternatives,",
            "help 'lint'               | lint 'rules.v4', ... Firewall rules that cause resets",
            "help tickets              | tickets Finds tickets.",
            "help captures             | captures The captures of all that is open. A list; each is a Capture with bytes,",
            "help nothing              | There is no 'nothing'; \"help\" tells what there is." })
    void helpTellsOfAName(String script, String expected) throws Exception {
        String text = shown(script).replaceAll("\\s+", " ").strip();
        assertTrue(text.startsWith(expected), text);
    }

    @Test
    void thePathNamesTheDeviceBetweenPoints() throws Exception {
        session.bind("a", "../../samples/forged.pcap");
        session.bind("b", "../../samples/forged-server.pcap");
        assertEquals("between client and server (fw)",
                typed("open(client: a, server: b, path: 'client,fw=../../samples/folk-rules.v4,server').resets[0].verdict.location"));
        assertEquals(2, typed("analyze(client: a, server: b, path: ['client', 'fw=../../samples/folk-rules.v4', 'server']).replays.size()"));
        String wrong = failure("open client: a, server: b, path: 'client'");
        assertTrue(wrong.endsWith("open: path: where is point 'server'?"), wrong);
    }

    @Test
    void aLongSentenceDoesNotFillLinesWithDashes() throws Exception {
        List<String> lines = shown("open(file).resets[0].verdict").lines().toList();
        assertTrue(lines.stream().anyMatch(line -> line.length() > 70), "there is one");
        assertTrue(lines.get(1).endsWith("  " + "-".repeat(40)), lines.get(1));
    }

    @Test
    void helpNamesWhatAResetHas() throws Exception {
        String help = shown("help 'resets'");
        assertTrue(help.contains("verdict") && !help.contains("withLog"), help);
    }

    @Test
    void modulesOfPluginsAreBoundAndABrokenOneHarmsNothing() throws Exception {
        assertEquals("ticket 7", typed("tickets.find(7)"));
        assertEquals("some.groovy:1: module \"broken\" of plug-in org.resetscope.console.tests failed and is disabled:"
                + " java.lang.IllegalStateException: never tested (at org.resetscope.console.tests.Modules$Broken.<init>(Modules.java:21))",
                failure("broken.x()"));
        assertEquals("ticket 8", typed("tickets.find(8)"));
    }
}
