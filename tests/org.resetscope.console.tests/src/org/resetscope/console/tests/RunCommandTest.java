package org.resetscope.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

/** resetscope run, in a process of its own: streams, exit codes, signals. */
@Timeout(60)
class RunCommandTest {

    @TempDir
    private Path directory;

    private record Run(int exit, String out, String err) {
    }

    private static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("org.resetscope.cli.internal.Main");
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).directory(new File(".")).start();
    }

    private static Run finish(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Run(process.exitValue(), out, err);
    }

    private static Run run(Object... arguments) throws Exception {
        Process process = start(arguments);
        process.getOutputStream().close();
        return finish(process);
    }

    private Path script(String text) throws IOException {
        return Files.writeString(directory.resolve("script.groovy"), text);
    }

    @Test
    void runsAScriptWithArguments() throws Exception {
        Run run = run("run", "../../docs/scripts/by-cause.groovy", "--", Samples.threeResets(directory));
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("cause "), run.out());
        assertEquals(4, run.out().lines().count());
    }

    @Test
    void scriptsOfTheGalleryRunByTheirNames() throws Exception {
        Run list = run("run", "--list");
        assertEquals(0, list.exit());
        assertTrue(list.out().contains("worth-a-look "), list.out());
        Run run = run("run", "worth-a-look", "--", "../../samples/refused-twice.pcap");
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("error: A device between client and server rejects"), run.out());
    }

    @Test
    void argumentsAfterTheDashesAreTheScripts() throws Exception {
        assertEquals(new Run(0, "[--format, x, --, -h]\n", ""), run("run", script("args"), "--", "--format", "x", "--", "-h"));
    }

    @Test
    void readsTheScriptFromStandardInput() throws Exception {
        Process process = start("run", "-");
        try (OutputStream in = process.getOutputStream()) {
            in.write("println 'Grüße'\nfoo".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(new Run(1, "Grüße\n", "resetscope: standard input:2: there is no 'foo'\n"), finish(process));
    }

    @Test
    void jsonIsTheLastValueAlone() throws Exception {
        Run run = run("run", "--format=json", script("println 'on the way'; open(args); table resets, 'id', port: 'flow.client.port'"), "--",
                Samples.threeResets(directory));
        assertEquals(0, run.exit(), run.err());
        assertEquals("on the way\n", run.err());
        JsonArray rows = JsonParser.parseString(run.out()).getAsJsonArray();
        assertEquals("{\"id\":\"r3\",\"port\":40002}", rows.get(2).toString());
    }

    @Test
    void exitCodes() throws Exception {
        assertEquals(new Run(2, "", "resetscope: Missing SCRIPT: which one?\nTry 'resetscope run --help'.\n"), run("run"));
        assertEquals(new Run(2, "", "resetscope: --format: 'xml' is none of text, json\nTry 'resetscope run --help'.\n"),
                run("run", "--format", "xml", script("")));
        Run missing = run("run", directory.resolve("none.groovy"));
        assertEquals(3, missing.exit());
        assertTrue(missing.err().startsWith("resetscope: the script cannot be read: there is no file"), missing.err());
        Run debug = run("run", "--debug", script("throw new IOException('why')"));
        assertEquals(1, debug.exit());
        assertTrue(debug.err().contains(":1: IOException: why\n") && debug.err().contains("\tat "), debug.err());
    }

    @Test
    void anInterruptStopsIt() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no signals to send");
        Process process = start("run", script("println 'on'; while (true) { }"));
        assertEquals('o', process.getInputStream().read());
        assertEquals(0, new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor());
        Run run = finish(process);
        assertEquals(4, run.exit());
        assertEquals("resetscope: stopped\n", run.err());
    }
}
