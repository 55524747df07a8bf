package org.resetscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The captures that come with the project. */
final class Samples {

    private Samples() {
    }

    /** A missing one is a failure: a test that quietly does nothing is none. */
    static Path get(String name) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("samples"))) {
            directory = directory.getParent();
            assertTrue(directory != null, "the directory samples is missing");
        }
        Path sample = directory.resolve("samples").resolve(name);
        assertTrue(Files.isRegularFile(sample), sample + " is missing");
        return sample;
    }
}
