package org.resetscope.ui.internal.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Verdict;
import org.resetscope.ui.internal.words.Words;

/** Which of the weights of an observation matter to the reader: those that decided between the verdict and its alternatives. */
final class Weights {

    private static final int MOST = 3;

    /** @param hypothesis in words */
    record Weight(String hypothesis, int decibans) {
    }

    private Weights() {
    }

    static List<Weight> of(Evidence evidence, Reset reset) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        take(chosen, evidence, Evidence.CLAIMED);
        take(chosen, evidence, Evidence.INTERMEDIARY);
        take(chosen, evidence, decisive(evidence, reset.verdict().cause()));
        for (Verdict.Alternative alternative : reset.verdict().alternatives()) {
            take(chosen, evidence, decisive(evidence, alternative.cause()));
        }
        if (chosen.isEmpty()) {
            evidence.decibans().entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -Math.abs(e.getValue())).thenComparing(Map.Entry::getKey))
                    .forEach(e -> take(chosen, evidence, e.getKey()));
        }
        List<Weight> weights = new ArrayList<>();
        chosen.entrySet().stream().limit(MOST).forEach(e -> weights.add(new Weight(words(e.getKey(), evidence, reset), e.getValue())));
        return weights;
    }

    private static void take(Map<String, Integer> chosen, Evidence evidence, String key) {
        Integer decibans = key == null ? null : evidence.decibans().get(key);
        if (decibans != null && decibans != 0) {
            chosen.putIfAbsent(key, decibans);
        }
    }

    /** The most specific key that speaks of a cause, as the judge takes it; null where there is none. */
    private static String decisive(Evidence evidence, String cause) {
        for (String key = cause; key != null; key = parent(key)) {
            if (evidence.decibans().containsKey(key)) {
                return key;
            }
        }
        return null;
    }

    private static String parent(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? null : key.substring(0, dot);
    }

    private static String words(String key, Evidence evidence, Reset reset) {
        boolean others = evidence.decibans().keySet().stream().anyMatch(k -> !k.equals(key) && Causes.within(k, key));
        return others ? Words.others(key) : Words.hypothesis(key, reset.claimedSender());
    }
}
