package org.resetscope.core.configuration;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.RuleReference;
import org.resetscope.core.model.Sender;

/**
 * What a device's rules say of one reset.
 *
 * @param evidence for or against the device
 * @param between the rule that made it where the device stands between client and server, or null
 * @param onHost the rule that made it where the device is the host that the reset names as its sender, or null
 */
public record ReplayAnswer(List<Evidence> evidence, RuleReference between, RuleReference onHost) {

    public ReplayAnswer {
        evidence = List.copyOf(evidence);
    }

    private boolean explains() {
        return between != null || onHost != null;
    }

    /** One answer of several devices, or points, about one reset; those that explain it go before those that do not. Null of none. */
    public static ReplayAnswer of(List<ReplayAnswer> answers) {
        boolean explained = answers.stream().anyMatch(ReplayAnswer::explains);
        List<Evidence> evidence = new ArrayList<>();
        RuleReference between = null;
        RuleReference onHost = null;
        for (ReplayAnswer answer : answers) {
            if (answer.explains() == explained) {
                evidence.addAll(answer.evidence);
                between = between == null ? answer.between : between;
                onHost = onHost == null ? answer.onHost : onHost;
            }
        }
        return answers.isEmpty() ? null : new ReplayAnswer(evidence, between, onHost);
    }

    /** The rule that made the reset, given who sent it; null where none did, or the sender is not known. */
    public RuleReference rule(Sender sender) {
        return switch (sender) {
            case INTERMEDIARY -> between;
            case CLIENT, SERVER -> onHost;
            case UNDETERMINED -> null;
        };
    }
}
