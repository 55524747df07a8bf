package org.resetscope.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.resetscope.core.model.Causes;

class LabelsTest {

    @Test
    void everyLabelIsAnsweredByACauseOfTheCatalogue() throws IOException {
        for (String line : Files.readAllLines(Path.of("labels.tsv"))) {
            if (!line.startsWith("#")) {
                String cause = line.split("\t")[1];
                assertEquals(cause, Causes.of(cause).id(), line);
            }
        }
    }
}
