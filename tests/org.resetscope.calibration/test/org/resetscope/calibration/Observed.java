package org.resetscope.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/** Observations without captures, and a small table of weights: one signal of the sender, two of causes in one group. */
final class Observed {

    static final List<Weight> TABLE = List.of(stated(Weight.PRIOR, "prior", Causes.REFUSED, 0), stated(Weight.PRIOR, "prior", Causes.ABORT, 0),
            stated(Weight.PRIOR, "prior", Causes.REJECT, -5), stated("ttl.differs", "ttl", Evidence.INTERMEDIARY, 6),
            stated("ttl.same", "ttl", Evidence.CLAIMED, 6), stated("form.syn", "form", Causes.REFUSED, 4),
            stated("form.syn", "form", Causes.REJECT, 4), stated("form.abort", "form", Causes.REFUSED, -40),
            stated("phase.early", "form", Causes.REFUSED, 3));

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
        return new Observation("lab", false, scenario, cause, Set.of(cause), truth, reset, 1, 0, 0);
    }

    private static String group(String signal) {
        return TABLE.stream().filter(w -> w.signal().equals(signal)).findFirst().map(Weight::group).orElse(signal);
    }

    static int learned(List<Weight> table, String signal, String hypothesis) {
        return table.stream().filter(w -> w.signal().equals(signal) && w.hypothesis().equals(hypothesis)).findFirst().orElseThrow().decibans();
    }
}
