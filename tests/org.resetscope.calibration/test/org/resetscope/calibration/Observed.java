package org.resetscope.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.internal.weights.Weights;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/** Observations without captures, and a small table of weights: signals of the sender, and of causes. */
final class Observed {

    static final List<Weight> TABLE = Stream.concat(
            Weights.builtIn().signal(Weight.PRIOR).decibans().entrySet().stream().map(e -> stated(Weight.PRIOR, "prior", e.getKey(), e.getValue())),
            Stream.of(stated("ttl.differs", "ttl", Evidence.INTERMEDIARY, 6), stated("ttl.same", "ttl", Evidence.CLAIMED, 6),
                    stated("form.syn", "form", "endpoint", -40), stated("form.syn", "form", "middlebox", -40),
                    stated("form.syn", "form", "injected", -40), stated("form.syn", "form", Causes.REFUSED, 4),
                    stated("form.syn", "form", Causes.REJECT, 4), stated("form.abort", "form", Causes.REFUSED, -40),
                    stated("phase.early", "phase", Causes.REFUSED, 3), stated("phase.late", "phase", Causes.REFUSED, -7))).toList();

    private Observed() {
    }

    static Weight stated(String signal, String group, String hypothesis, int decibans) {
        return new Weight(signal, group, hypothesis, decibans, decibans, 0, 0, false, "");
    }

    static Observation of(String scenario, String cause, Sender truth, String... signals) {
        List<Evidence> evidence = Arrays.stream(signals).map(s -> new Evidence(s, s, group(s), "", Map.of(), List.of())).toList();
        Verdict verdict = new Verdict(Sender.UNDETERMINED, Map.of(), null, Causes.UNKNOWN, 0, null, List.of(), null, "", "", List.of(), List.of(),
                evidence);
        Flow flow = new Flow(new Endpoint("192.0.2.1", 40000), new Endpoint("192.0.2.2", 80), false, "Sr");
        Reset reset = new Reset("r1", "i1", flow, List.of(), Sender.SERVER, Reset.Form.ANSWER_TO_SYN, Reset.Phase.SYN_SENT, null, verdict);
        return new Observation("lab", false, false, scenario, cause, Set.of(cause), truth, reset, 1, 0, 0);
    }

    private static String group(String signal) {
        return TABLE.stream().filter(w -> w.signal().equals(signal)).findFirst().map(Weight::group).orElse(signal);
    }

    static int learned(List<Weight> table, String signal, String hypothesis) {
        return table.stream().filter(w -> w.signal().equals(signal) && w.hypothesis().equals(hypothesis)).findFirst().orElseThrow().decibans();
    }
}
