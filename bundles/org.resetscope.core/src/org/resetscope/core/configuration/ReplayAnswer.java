package org.resetscope.core.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.RuleReference;
import org.resetscope.core.model.Verdict;

/**
 * What a device's rules say of one reset.
 *
 * @param evidence for or against the device
 * @param between the rule that made it where the device stands between client and server, or null
 * @param onHost the rule that made it where the device is the host that the reset names as its sender, or null
 * @param cause under which the rule made it, its children included; null: under any
 */
public record ReplayAnswer(List<Evidence> evidence, RuleReference between, RuleReference onHost, String cause) {

    public ReplayAnswer {
        evidence = List.copyOf(evidence);
    }

    private boolean explains() {
        return between != null || onHost != null;
    }

    /**
     * One answer of several devices, or points, about one reset: those that explain it go before those that do not, and unconditional ones
     * before those that hold under one cause.
     *
     * @return null where there is none
     */
    public static ReplayAnswer of(List<ReplayAnswer> answers) {
        if (answers.size() < 2) {
            return answers.isEmpty() ? null : answers.get(0);
        }
        ReplayAnswer best = answers.stream().filter(a -> a.explains() && a.cause == null).findFirst()
                .or(() -> answers.stream().filter(ReplayAnswer::explains).findFirst()).orElse(answers.get(0));
        Map<String, Evidence> byText = new LinkedHashMap<>();
        for (ReplayAnswer answer : answers) {
            if (answer.explains() == best.explains() && (answer.cause == null) == (best.cause == null)) {
                answer.evidence.forEach(e -> byText.merge(e.text(), e, ReplayAnswer::joined));
            }
        }
        return new ReplayAnswer(List.copyOf(byText.values()), best.between, best.onHost, best.cause);
    }

    private static Evidence joined(Evidence a, Evidence b) {
        List<FrameRef> frames = new ArrayList<>(a.frames());
        frames.addAll(b.frames());
        return new Evidence(a.detector(), a.group(), a.text(), a.decibans(), frames);
    }

    /** The rule that made the reset, given what is believed of it; null where none did, or the sender is not known. */
    public RuleReference rule(Verdict verdict) {
        if (cause != null && !Causes.within(verdict.cause(), cause)) {
            return null;
        }
        return switch (verdict.sender()) {
            case INTERMEDIARY -> between;
            case CLIENT, SERVER -> onHost;
            case UNDETERMINED -> null;
        };
    }
}
