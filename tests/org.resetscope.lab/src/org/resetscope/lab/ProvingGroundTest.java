package org.resetscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The kernel makes resets of every kind now, and the engine must say who sent them and why. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the lab is made of Linux network namespaces")
class ProvingGroundTest {

    private static final long SEED = 5;

    @TempDir
    private static Path directory;

    private static LabSet set;

    @BeforeAll
    static void makeTheCaptures() throws IOException, InterruptedException {
        Lab.assumeThereIsOne();
        set = Lab.make(directory, "--ci", "--seed", Long.toString(SEED));
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
