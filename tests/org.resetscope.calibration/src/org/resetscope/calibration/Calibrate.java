package org.resetscope.calibration;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.internal.weights.Weights;

/**
 * Learns the weights of evidence from labelled captures, and says how well they judge.
 *
 * <pre>
 * calibrate ROOT NAME=CORPUS...
 * </pre>
 *
 * ROOT is the checkout whose table of weights and docs/accuracy.md are rewritten; a corpus holds labels.json and the captures it names.
 */
public final class Calibrate {

    private static final String WEIGHTS = "bundles/org.resetscope.core/src/org/resetscope/core/internal/weights/weights.tsv";
    private static final String LABELS = "tests/org.resetscope.calibration/labels.tsv";
    private static final String REPORT = "docs/accuracy.md";
    private static final String DIAGRAM = "docs/images/reliability.svg";
    /** A factor of 2.5 between what sources say and what is right surprises nobody. */
    private static final double DEVIATION = 4;

    private Calibrate() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || Stream.of(arguments).skip(1).anyMatch(a -> a.indexOf('=') < 1)) {
            System.err.println("usage: calibrate ROOT NAME=CORPUS...");
            System.exit(2);
        }
        Path root = Path.of(arguments[0]);
        List<Observation> observations = weighted(read(root, List.of(arguments).subList(1, arguments.length)));
        List<Weight> stated = stated(table(root.resolve(WEIGHTS)));
        Learner learner = new Learner(stated, DEVIATION, observations);
        List<Weight> learned = learner.learn(observations);
        write(root.resolve(WEIGHTS), learned, observations);
        Accuracy accuracy = new Accuracy(observations, stated, learned, learner);
        accuracy.write(root.resolve(REPORT));
        Files.writeString(root.resolve(DIAGRAM), accuracy.diagram());
        System.out.println(accuracy.summary());
    }

    private static List<Observation> read(Path root, List<String> corpora) throws IOException {
        LabelledCauses causes = new LabelledCauses(root.resolve(LABELS));
        List<Observation> all = new ArrayList<>();
        for (String corpus : corpora) {
            String name = corpus.substring(0, corpus.indexOf('='));
            Path directory = Path.of(corpus.substring(name.length() + 1));
            for (int mode = 0; mode < 4; mode++) {
                boolean flat = mode % 2 == 1;
                boolean together = mode >= 2;
                Corpus read = new Corpus(name, directory, causes, flat, together);
                all.addAll(read.observations());
                System.out.println(name + (together ? " together" : "") + (flat ? ", equal TTLs: " : ": ") + read.observations().size() + " observations, " + read.notFound()
                        + " not found");
            }
        }
        return all;
    }

    /** Those of one scenario and label are alike: together they count as the square root of their number. */
    private static List<Observation> weighted(List<Observation> observations) {
        Map<String, Long> alike = observations.stream().collect(Collectors.groupingBy(Calibrate::kind, Collectors.counting()));
        return observations.stream().map(o -> o.withWeight(1 / Math.sqrt(alike.get(kind(o))))).toList();
    }

    private static String kind(Observation o) {
        return o.corpus() + o.together() + o.flat() + o.scenario() + " " + o.label();
    }

    private static List<Weight> table(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return Weights.parse(reader);
        }
    }

    /** What was learned before is forgotten. */
    private static List<Weight> stated(List<Weight> table) {
        return table.stream().map(w -> new Weight(w.signal(), w.group(), w.hypothesis(), w.stated(), w.stated(), 0, 0, false, w.why())).toList();
    }

    private static void write(Path file, List<Weight> table, List<Observation> observations) throws IOException {
        Set<String> corpora = new LinkedHashSet<>();
        observations.forEach(o -> corpora.add(o.corpus()));
        String from = corpora.stream().map(c -> c + " (" + observations.stream().filter(o -> o.corpus().equals(c) && !o.flat() && !o.together()).count()
                + " observations, each also with equal TTLs and together with other points)").collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>(List.of(
                "# What each signal weighs: decibans (ten times the decimal logarithm of the likelihood ratio) for or against a hypothesis.",
                "# decibans: learned by tests/org.resetscope.calibration/calibrate; edit the column stated, and let it learn again.",
                "# held, failed: labelled observations of the signal in which the hypothesis held and did not.",
                "# Learned from " + from + ".",
                "# " + String.join("\t", Weight.COLUMNS)));
        table.forEach(w -> lines.add(w.line()));
        Files.write(file, lines);
    }
}
