package org.resetscope.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.resetscope.core.internal.weights.Weight;

/** Judges every observation by weights that were learned without all others of its fold. */
final class CrossValidation {

    private CrossValidation() {
    }

    static List<Judged> judge(List<Observation> observations, Function<Observation, String> fold, Learner learner) {
        return observations.stream().map(fold).distinct().parallel().flatMap(held -> {
            List<Observation> others = new ArrayList<>();
            List<Observation> own = new ArrayList<>();
            observations.forEach(o -> (fold.apply(o).equals(held) ? own : others).add(o));
            List<Weight> table = learner.learn(others);
            return own.stream().map(o -> Judged.by(table, o));
        }).toList();
    }
}
