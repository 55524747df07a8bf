package org.resetscope.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the start script promises: the user's arguments arrive, the exit code returns, nothing else is written. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {

    private static final Path PRODUCT = Path.of(System.getProperty("resetscope.product")).normalize();

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) { }

    private Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PRODUCT.resolve("resetscope").toString()));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile("resetscope", ".err");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        try (InputStream stream = process.getInputStream()) {
            String out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            return new Result(process.exitValue(), out, Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }

    @Test
    void versionGoesToStandardOutputAlone() throws Exception {
        Result result = run("--version");
        assertEquals("", result.err());
        assertTrue(result.out().startsWith("resetscope "), result.out());
        assertEquals(1, result.out().lines().count(), result.out());
        assertEquals(0, result.code());
    }

    @Test
    void wrongUsageIsExitCode2() throws Exception {
        Result result = run("--no-such-option");
        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertTrue(result.err().contains("--no-such-option"), result.err());
    }

    /** Equinox would take each of these for itself, and the shell might split or expand the others. */
    @Test
    void argumentsArriveUntouched() throws Exception {
        for (String argument : List.of("-data", "-clean", "-console", "-application", "-vmargs", "-debug=ü", "-two words", "-*", "-+",
                "-'\"$HOME\\", "-名前")) {
            Result result = run("--no-such-option", argument);
            assertEquals(2, result.code(), argument);
            assertTrue(result.err().contains(argument), argument + " not in " + result.err());
        }
    }

    @Test
    void manyArguments() throws Exception {
        String[] arguments = Stream.iterate(0, i -> i + 1).limit(5000).map(i -> "--no-such-option-" + i).toArray(String[]::new);
        Result result = run(arguments);
        assertEquals(2, result.code());
        assertTrue(result.err().contains("--no-such-option-4999"));
    }

    @Test
    void leavesNothingBesideTheUsersFiles() throws Exception {
        run("--version");
        run("--no-such-option");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
