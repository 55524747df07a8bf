package org.resetscope.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.lab.LabSet.Label;
import org.resetscope.lab.LabSet.Scenario;
import org.resetscope.lab.LabSet.Seen;

/** The engine's verdicts held against the labels of a set. */
final class Judgement {

    private static final Path ANSWERS = Path.of("causes.tsv");

    private final Map<String, Set<String>> answers;
    private final List<String> wrong = new ArrayList<>();
    private int labelled;
    private int found;
    private int extra;
    private int senderRight;
    private int causeRight;
    private int falselyAccused;
    private int endpoints;
    private int missed;
    private int intermediaries;
    private int effectTold;
    private int effectRight;

    private Judgement() throws IOException {
        answers = Files.readAllLines(ANSWERS).stream().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                .collect(Collectors.groupingBy(cells -> cells[0], Collectors.mapping(cells -> cells[1], Collectors.toSet())));
    }

    /** Each capture by itself, as if there were no other. */
    static Judgement single(LabSet set) throws IOException {
        Judgement judgement = new Judgement();
        for (Scenario scenario : set.scenarios()) {
            for (String point : scenario.points().keySet()) {
                Map<Seen, Reset> resets = analyze(List.of(new CaptureFile(set.file(scenario, point), null)), List.of(point));
                judgement.add(scenario, resets, label -> label.seen().stream().filter(s -> s.point().equals(point)).map(List::of).toList());
            }
        }
        return judgement;
    }

    /** The captures of all points of a scenario together. */
    static Judgement together(LabSet set) throws IOException {
        Judgement judgement = new Judgement();
        for (Scenario scenario : set.scenarios()) {
            List<String> points = List.copyOf(scenario.points().keySet());
            Map<Seen, Reset> resets = analyze(points.stream().map(p -> new CaptureFile(set.file(scenario, p), p)).toList(), points);
            judgement.add(scenario, resets, label -> List.of(label.seen()));
        }
        return judgement;
    }

    private static Map<Seen, Reset> analyze(List<CaptureFile> files, List<String> points) {
        Analysis analysis = new ResetScope().analyze(files, Settings.DEFAULT, null);
        Map<String, String> pointOf = new HashMap<>();
        for (int i = 0; i < points.size(); i++) {
            Capture capture = analysis.captures().get(i);
            if (!capture.readable() || !capture.problems().isEmpty()) {
                throw new AssertionError(capture.file() + " was not read as it should: " + capture.problems());
            }
            pointOf.put(capture.id(), points.get(i));
        }
        Map<Seen, Reset> resets = new HashMap<>();
        for (Reset reset : analysis.resets()) {
            reset.packets().forEach(p -> resets.put(new Seen(pointOf.get(p.frame().capture()), p.frame().frame()), reset));
        }
        return resets;
    }

    /** Which sightings of a label make one case, to be judged once. */
    private interface Cases {
        List<List<Seen>> of(Label label);
    }

    private void add(Scenario scenario, Map<Seen, Reset> resets, Cases cases) {
        Set<Seen> known = new HashSet<>();
        for (Label label : scenario.rsts()) {
            for (List<Seen> seen : cases.of(label)) {
                known.addAll(seen);
                add(label, seen, seen.stream().filter(resets::containsKey).map(resets::get).findFirst().orElse(null));
            }
        }
        extra += (int) resets.keySet().stream().filter(s -> !known.contains(s)).count();
    }

    private void add(Label label, List<Seen> seen, Reset reset) {
        labelled++;
        boolean device = label.origin().equals(Sender.INTERMEDIARY.id());
        intermediaries += device ? 1 : 0;
        endpoints += device ? 0 : 1;
        if (reset == null) {
            wrong.add(label.id() + " at " + seen + ": not found");
            return;
        }
        found++;
        String sender = reset.verdict().sender().id();
        boolean accused = sender.equals(Sender.INTERMEDIARY.id());
        boolean right = sender.equals(label.origin());
        boolean exact = answers.get(label.cause()).stream().anyMatch(a -> answers(a, reset.verdict().cause()));
        senderRight += right ? 1 : 0;
        causeRight += exact ? 1 : 0;
        falselyAccused += accused && !device ? 1 : 0;
        missed += device && !right && !sender.equals(Sender.UNDETERMINED.id()) ? 1 : 0;
        Boolean effective = reset.verdict().effective();
        if (effective != null && label.effective() != null) {
            effectTold++;
            effectRight += effective.equals(label.effective()) ? 1 : 0;
        }
        if (!right || !exact) {
            wrong.add(label.id() + " at " + seen + ": is " + label.origin() + " " + label.cause() + ", said " + sender + " " + reset.verdict().cause());
        }
    }

    /** A cause answers a label if it is the one wanted, a child of it, or the parent that is not a whole branch. */
    private static boolean answers(String wanted, String said) {
        return said.equals(wanted) || said.startsWith(wanted + ".") || wanted.startsWith(said + ".") && said.contains(".");
    }

    int labelled() {
        return labelled;
    }

    int falselyAccused() {
        return falselyAccused;
    }

    boolean allFound() {
        return found == labelled && extra == 0;
    }

    double senderRight() {
        return (double) senderRight / labelled;
    }

    double causeRight() {
        return (double) causeRight / labelled;
    }

    /** Of those where the label and the engine say whether the reset took effect. */
    double effectRight() {
        return (double) effectRight / effectTold;
    }

    /** Counts, and each case that is wrong. */
    @Override
    public String toString() {
        return "found " + found + " of " + labelled + ", extra " + extra + "; sender right " + senderRight + "; falsely accused " + falselyAccused
                + " of " + endpoints + "; missed " + missed + " of " + intermediaries + "; cause right " + causeRight
                + "; effect right " + effectRight + " of " + effectTold + "\n" + String.join("\n", wrong);
    }
}
