package org.resetscope.core.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is believed of one reset, and why.
 *
 * @param sender who built the packet; UNDETERMINED where the evidence does not decide
 * @param senderProbability of CLIENT, SERVER and INTERMEDIARY; sums to 1
 * @param location where between the capture points it was born, or null where one point alone cannot tell
 * @param cause id from the catalogue of causes
 * @param causeProbability of the cause or any child of it
 * @param fault the party whose behaviour led to the reset, which may be another than the sender; null: nobody
 * @param alternatives other causes, most probable first
 * @param effective whether the receiver gave the connection up because of it (RFC 5961, 3.2); null where unknown
 * @param summary one sentence: who, why
 * @param explanation what happened and what the verdict stands on
 * @param remedy what to change, most useful first
 * @param nextCapture which further captures would decide what is open
 * @param evidence what speaks most for the cause first, what speaks against it last
 */
public record Verdict(Sender sender, Map<Sender, Double> senderProbability, String location, String cause, double causeProbability,
        Sender fault, List<Alternative> alternatives, Boolean effective, String summary, String explanation, List<String> remedy,
        List<String> nextCapture, List<Evidence> evidence) {

    /**
     * Another cause that is not ruled out.
     *
     * @param cause id, as in {@link Causes}
     * @param probability of it, 0 to 1
     */
    public record Alternative(String cause, double probability) {
    }

    /** The same but for whether the reset took effect, which another capture knows better. */
    public Verdict withEffect(Boolean known) {
        return new Verdict(sender, senderProbability, location, cause, causeProbability, fault, alternatives, known, summary, explanation,
                remedy, nextCapture, evidence);
    }

    /** The same with evidence that was found afterwards, which stands in the explanation too: told, not weighed. */
    public Verdict withMoreEvidence(List<Evidence> more) {
        List<Evidence> all = Stream.concat(evidence.stream(), more.stream()).toList();
        String told = Stream.concat(Stream.of(explanation), more.stream().map(Evidence::text)).filter(s -> !s.isBlank())
                .collect(Collectors.joining(" "));
        return new Verdict(sender, senderProbability, location, cause, causeProbability, fault, alternatives, effective, summary, told, remedy,
                nextCapture, all);
    }

    /** Of the sender named, or of the likeliest one where undetermined. */
    public double senderConfidence() {
        return senderProbability.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
