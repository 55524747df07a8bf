package org.resetscope.calibration;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Sender;

/**
 * Penalised maximum likelihood: the weights under which the labelled verdicts are likeliest, held near the stated ones by a normal
 * distribution around these. What was seen seldom therefore stays where the sources put it. A weight keeps the sign that was stated, so
 * that no signal ends up saying the opposite of what it means.
 */
final class Learner {

    /** From here on a statement is logic or a declaration, not a frequency. */
    private static final int BEYOND_DOUBT = 40;
    private static final int STEPS = 300;
    private static final double PACE = 0.4;
    private static final double FORGET_MEAN = 0.9;
    private static final double FORGET_SQUARE = 0.99;

    private final List<Weight> stated;
    private final double deviation;
    private final Model model;
    private final Map<Observation, Integer> cases = new IdentityHashMap<>();

    /** @param deviation of a weight from the stated one, in decibans, that is no surprise */
    Learner(List<Weight> stated, double deviation, List<Observation> all) {
        this.stated = stated;
        this.deviation = deviation;
        model = new Model(stated);
        all.forEach(o -> cases.put(o, model.add(o)));
    }

    /** The table with what some of the observations teach. */
    List<Weight> learn(List<Observation> observations) {
        double[] counts = new double[model.cases()];
        observations.forEach(o -> counts[cases.get(o)] += o.weight());
        double[] w = stated.stream().mapToDouble(Weight::stated).toArray();
        double[] mean = new double[w.length];
        double[] square = new double[w.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = model.gradient(w, counts);
            // Adam (Kingma and Ba 2015) with a pace that falls to zero
            double pace = PACE * (1 - (step - 1.0) / STEPS);
            for (int i = 0; i < w.length; i++) {
                int from = stated.get(i).stated();
                double slope = gradient[i] + (w[i] - from) / (deviation * deviation);
                mean[i] = FORGET_MEAN * mean[i] + (1 - FORGET_MEAN) * slope;
                square[i] = FORGET_SQUARE * square[i] + (1 - FORGET_SQUARE) * slope * slope;
                double by = mean[i] / (1 - Math.pow(FORGET_MEAN, step)) / (Math.sqrt(square[i] / (1 - Math.pow(FORGET_SQUARE, step))) + 1e-8);
                if (learnable(stated.get(i))) {
                    double to = w[i] - pace * by;
                    w[i] = from > 0 ? Math.max(0, to) : from < 0 ? Math.min(0, to) : to;
                }
            }
        }
        return table(w, observations);
    }

    private List<Weight> table(double[] w, List<Observation> observations) {
        List<Weight> learned = new ArrayList<>();
        for (int i = 0; i < w.length; i++) {
            Weight s = stated.get(i);
            int held = count(s, observations, true);
            int failed = count(s, observations, false);
            boolean taught = learnable(s) && held + failed > 0;
            learned.add(new Weight(s.signal(), s.group(), s.hypothesis(), taught ? (int) Math.round(w[i]) : s.stated(), s.stated(), held, failed,
                    taught, s.why()));
        }
        return learned;
    }

    private static int count(Weight weight, List<Observation> observations, boolean held) {
        return (int) observations.stream().filter(o -> o.reset().verdict().evidence().stream().anyMatch(e -> e.signal().equals(weight.signal())))
                .filter(o -> holds(weight.hypothesis(), o) == held).count();
    }

    private static boolean holds(String hypothesis, Observation o) {
        boolean device = o.truth() == Sender.INTERMEDIARY;
        return switch (hypothesis) {
            case Evidence.CLAIMED -> !device;
            case Evidence.INTERMEDIARY -> device;
            default -> o.causes().stream().anyMatch(c -> Causes.within(c, hypothesis));
        };
    }

    private static boolean learnable(Weight weight) {
        return !weight.signal().equals(Weight.PRIOR) && !weight.hypothesis().equals(Weight.NOTHING) && Math.abs(weight.stated()) < BEYOND_DOUBT;
    }
}
