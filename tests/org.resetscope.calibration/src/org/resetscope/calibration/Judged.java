package org.resetscope.calibration;

import java.util.List;
import java.util.Map;

import org.resetscope.core.internal.judge.Judge;
import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.internal.weights.Weights;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Sender;

/**
 * An observation and the verdict on it.
 *
 * @param causes probability of each
 */
record Judged(Observation observation, Sender sender, Map<Sender, Double> senders, String cause, Map<String, Double> causes) {

    /** By the product's own judge, with weights of a table instead of the built-in ones. */
    static Judged by(List<Weight> table, Observation o) {
        Weights weights = new Weights(table);
        List<Evidence> evidence = o.reset().verdict().evidence().stream().map(e -> weighed(e, weights)).toList();
        Judge.Judgement judgement = Judge.weigh(o.claimedIsClient(), o.reset().flow().inferred(), evidence);
        return new Judged(o, judgement.sender(), judgement.senders(), judgement.cause(), judgement.causes());
    }

    /** What a plug-in states stays. */
    private static Evidence weighed(Evidence e, Weights weights) {
        return weights.knows(e.signal())
                ? new Evidence(e.detector(), e.signal(), e.group(), e.text(), weights.signal(e.signal()).decibans(), e.frames())
                : e;
    }

    boolean right() {
        return sender == observation.truth();
    }

    boolean undetermined() {
        return sender == Sender.UNDETERMINED;
    }

    boolean falselyAccused() {
        return sender == Sender.INTERMEDIARY && observation.truth() != Sender.INTERMEDIARY;
    }

    boolean missed() {
        return (sender == Sender.CLIENT || sender == Sender.SERVER) && observation.truth() == Sender.INTERMEDIARY;
    }

    /** The parent of the true cause is right, if less exact; a family alone ("endpoint") is not. */
    boolean causeRight() {
        return observation.causes().stream().anyMatch(w -> cause.equals(w) || cause.startsWith(w + ".")
                || w.startsWith(cause + ".") && cause.indexOf('.') >= 0);
    }

    double highest() {
        return senders.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    boolean highestIsRight() {
        return senders.get(observation.truth()) == highest();
    }
}
