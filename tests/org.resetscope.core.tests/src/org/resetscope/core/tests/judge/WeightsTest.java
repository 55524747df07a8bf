package org.resetscope.core.tests.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.detect.Detector;
import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.internal.weights.Weights;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;

/** The table of weights and the detectors belong together. */
class WeightsTest {

    private static final Path SOURCES = Path.of("..", "..", "bundles", "org.resetscope.core", "src", "org", "resetscope", "core", "internal");
    private static final Set<String> PARTIES = Set.of(Evidence.CLAIMED, Evidence.INTERMEDIARY, Weight.NOTHING);

    private static List<Weight> table() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(SOURCES.resolve("weights").resolve("weights.tsv"))) {
            return Weights.parse(reader);
        }
    }

    @Test
    void everySignalBelongsToABuiltInDetectorAndToOneGroup() throws IOException {
        Set<String> detectors = Extensions.read(Extensions.DETECTORS, Detector.class).all().stream().map(c -> c.id())
                .map(id -> id.substring(id.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        detectors.add("points"); // the comparison of capture points is none of one capture's detectors
        Map<String, String> groups = new HashMap<>();
        for (Weight w : table()) {
            assertEquals(w.group(), groups.computeIfAbsent(w.signal(), s -> w.group()), w::line);
            boolean built = w.signal().equals(Weight.PRIOR) || detectors.contains(w.signal().substring(0, w.signal().indexOf('.')));
            assertTrue(built, w::line);
        }
    }

    @Test
    void everyHypothesisIsAPartyOrACauseAndIsThereOnce() throws IOException {
        Set<String> lines = new HashSet<>();
        Set<String> families = Causes.all().stream().map(c -> c.id()).collect(Collectors.toSet());
        families.addAll(families.stream().filter(id -> id.indexOf('.') > 0).map(id -> id.substring(0, id.indexOf('.'))).toList());
        for (Weight w : table()) {
            assertTrue(PARTIES.contains(w.hypothesis()) || families.contains(w.hypothesis()), w::line);
            assertTrue(lines.add(w.signal() + " " + w.hypothesis()), w::line);
        }
    }

    @Test
    void whatWasLearnedStandsOnObservationsAndKeepsItsSign() throws IOException {
        for (Weight w : table()) {
            assertTrue(w.learned() ? w.held() + w.failed() > 0 : w.decibans() == w.stated(), w::line);
            assertTrue(w.stated() == 0 || w.decibans() * w.stated() >= 0, w::line);
        }
    }

    @Test
    void everySignalSaysWhereItsStatedWeightComesFrom() throws IOException {
        Map<String, Boolean> explained = table().stream().collect(Collectors.toMap(Weight::signal, w -> !w.why().isBlank(), Boolean::logicalOr));
        assertFalse(explained.containsValue(false), explained::toString);
    }

    @Test
    void noSignalOfTheTableIsForgottenByTheDetectors() throws IOException {
        String sources = "";
        for (String room : List.of("detect", "correlate")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
                sources += files.map(WeightsTest::read).collect(Collectors.joining());
            }
        }
        for (Weight w : table()) {
            String last = w.signal().substring(w.signal().indexOf('.') + 1);
            assertTrue(w.signal().equals(Weight.PRIOR) || sources.contains('"' + last + '"') || sources.contains('"' + w.signal() + '"'), w::line);
        }
    }

    @Test
    void aSignalWithoutWeightsIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> Finding.of("ttl.gremlins"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
