package org.resetscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the scripts that make captures; a test is skipped, with the reason, where that is not allowed. */
final class Lab {

    private static final int NO_LAB_HERE = 77;

    private Lab() {
    }

    static void assumeThereIsOne() throws IOException, InterruptedException {
        assumeTrue(installed("python3"), "no lab here: python3 is not installed");
        Output check = run("make", "--check");
        if (check.code == NO_LAB_HERE) {
            abort(check.text.strip());
        }
        assertEquals(0, check.code, check.text);
    }

    /** Makes captures and labels in a directory. */
    static LabSet make(Path out, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("make", "--out", out.toString()));
        words.addAll(List.of(arguments));
        Output made = run(words.toArray(String[]::new));
        assertEquals(0, made.code, made.text);
        return LabSet.read(out);
    }

    record Output(int code, String text) { }

    private static boolean installed(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static Output run(String... script) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(script));
        Path text = Files.createTempFile("lab", ".txt");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(text.toFile()).start();
            if (!process.waitFor(4, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the lab does not end: " + Files.readString(text));
            }
            return new Output(process.exitValue(), Files.readString(text, StandardCharsets.UTF_8));
        } finally {
            Files.delete(text);
        }
    }
}
