package org.resetscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The kernel makes resets of every kind now, and the engine must say who sent them and why. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the lab is made of Linux network namespaces")
class ProvingGroundTest {

    private static final int NO_LAB_HERE = 77;
    private static final long SEED = 5;

    @TempDir
    private static Path directory;

    private static LabSet set;

    @BeforeAll
    static void makeTheCaptures() throws IOException, InterruptedException {
        assumeTrue(installed("python3"), "no lab here: python3 is not installed");
        Output check = run("--check");
        if (check.code == NO_LAB_HERE) {
            abort(check.text.strip());
        }
        assertEquals(0, check.code, check.text);
        Output made = run("--ci", "--seed", Long.toString(SEED), "--out", directory.toString());
        assertEquals(0, made.code, made.text);
        set = LabSet.read(directory);
    }

    private record Output(int code, String text) { }

    private static boolean installed(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static Output run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "make"));
        command.addAll(List.of(arguments));
        Path text = directory.resolve("output.txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(text.toFile()).start();
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the lab does not end: " + Files.readString(text));
        }
        return new Output(process.exitValue(), Files.readString(text, StandardCharsets.UTF_8));
    }

    @Test
    void aSingleCaptureIsEnoughForMost() throws IOException {
        Judgement judgement = Judgement.single(set);
        assertTrue(judgement.labelled() >= 60, judgement::toString);
        assertTrue(judgement.allFound(), judgement::toString);
        assertEquals(0, judgement.falselyAccused(), judgement::toString);
        assertTrue(judgement.senderRight() >= 0.93, judgement::toString);
        assertTrue(judgement.causeRight() >= 0.75, judgement::toString);
        assertTrue(judgement.effectRight() >= 0.95, judgement::toString);
    }

    @Test
    void severalPointsDecide() throws IOException {
        Judgement judgement = Judgement.together(set);
        assertTrue(judgement.allFound(), judgement::toString);
        assertEquals(0, judgement.falselyAccused(), judgement::toString);
        assertTrue(judgement.senderRight() >= 0.98, judgement::toString);
        assertTrue(judgement.causeRight() >= 0.8, judgement::toString);
    }
}
