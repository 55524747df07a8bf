package org.resetscope.core.internal.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.detect.Dossier;
import org.resetscope.core.model.Cause;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Sender;

/**
 * Weighs evidence: every cause is a hypothesis with its prior, evidence adds decibans (naive Bayes in logarithms, I. J. Good), and of the
 * observations in one group, which depend on each other, only the strongest counts for each hypothesis.
 */
public final class Judge {

    /** Below this the sender stays undetermined. A wrong accusation of a device costs more than a missed one. */
    private static final double ACCUSE_DEVICE = 0.85;
    private static final double NAME_ENDPOINT = 0.75;
    /** Below this the cause is called unknown. */
    private static final double NAME_CAUSE = 0.25;
    /** However much agrees, models are never surer than this. */
    private static final double CERTAIN = 0.998;

    private Judge() {
    }

    /**
     * @param causes probability of each cause, most probable first
     */
    public record Judgement(Sender sender, Map<Sender, Double> senders, String cause, Map<String, Double> causes) {
    }

    static Judgement weigh(Dossier dossier, List<Evidence> evidence) {
        return weigh(dossier.claimedIsClient(), dossier.flow().inferred(), evidence);
    }

    /** @param eitherMayBeClient the capture does not hold who opened the connection */
    public static Judgement weigh(boolean claimedIsClient, boolean eitherMayBeClient, List<Evidence> evidence) {
        List<Odds> odds = odds(possible(claimedIsClient, eitherMayBeClient, evidence), Testimony.of(evidence));
        Map<String, Double> causes = new LinkedHashMap<>();
        double device = 0;
        for (Odds one : odds) {
            causes.put(one.hypothesis().cause(), one.value());
            device += one.hypothesis().device() ? one.value() : 0;
        }
        device = Math.min(CERTAIN, Math.max(1 - CERTAIN, device));
        Sender claimed = claimedIsClient ? Sender.CLIENT : Sender.SERVER;
        Map<Sender, Double> senders = new EnumMap<>(Sender.class);
        senders.put(Sender.CLIENT, 0.0);
        senders.put(Sender.SERVER, 0.0);
        senders.put(claimed, 1 - device);
        senders.put(Sender.INTERMEDIARY, device);
        Sender sender = device >= ACCUSE_DEVICE ? Sender.INTERMEDIARY : 1 - device >= NAME_ENDPOINT ? claimed : Sender.UNDETERMINED;
        return new Judgement(sender, senders, cause(sender, causes), causes);
    }

    /** Causes that can be meant, those that plug-ins add among them. */
    public static Set<String> hypotheses(boolean claimedIsClient, boolean eitherMayBeClient, List<Evidence> evidence) {
        Set<String> ids = new LinkedHashSet<>();
        possible(claimedIsClient, eitherMayBeClient, evidence).forEach(h -> ids.add(h.cause()));
        return ids;
    }

    private static List<Hypothesis> possible(boolean claimedIsClient, boolean eitherMayBeClient, List<Evidence> evidence) {
        List<Hypothesis> possible = new ArrayList<>(Hypothesis.CATALOGUE);
        possible.addAll(Hypothesis.added(evidence));
        possible.removeIf(h -> !eitherMayBeClient && !h.device() && !h.builder().claimed(claimedIsClient));
        return possible;
    }

    /** The probability of a hypothesis. */
    private record Odds(Hypothesis hypothesis, double value) {
    }

    /** Of all hypotheses, most probable first. */
    private static List<Odds> odds(List<Hypothesis> hypotheses, List<Testimony> testimonies) {
        double[] values = new double[hypotheses.size()];
        int[] strongest = new int[testimonies.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = hypotheses.get(i).prior() + total(hypotheses.get(i), testimonies, strongest);
        }
        double highest = Arrays.stream(values).max().orElse(0);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.pow(10, (values[i] - highest) / 10);
        }
        double sum = Arrays.stream(values).sum();
        List<Odds> odds = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            odds.add(new Odds(hypotheses.get(i), values[i] / sum));
        }
        odds.sort((a, b) -> Double.compare(b.value(), a.value()));
        return odds;
    }

    private static int total(Hypothesis hypothesis, List<Testimony> testimonies, int[] strongest) {
        Arrays.fill(strongest, 0);
        int total = 0;
        for (int i = 0; i < strongest.length; i++) {
            Testimony testimony = testimonies.get(i);
            int weight = testimony.on(hypothesis);
            int other = strongest[testimony.group()];
            if (Math.abs(weight) > Math.abs(other)) {
                strongest[testimony.group()] = weight;
                total += weight - other;
            }
        }
        return total;
    }

    /** What it says of the sender, plus what it says of the cause by the most specific key. */
    public static int weight(String cause, Evidence e) {
        return Testimony.of(List.of(e)).get(0).on(Hypothesis.of(cause));
    }

    /** How common it is before anything of a reset is known, in decibans. */
    public static int prior(String cause) {
        return Prior.of(cause);
    }

    /** Evidence in the order of what it weighs for a cause. */
    static List<Evidence> strongestFirst(List<Evidence> evidence, String cause) {
        Hypothesis hypothesis = Hypothesis.of(cause);
        List<Testimony> testimonies = Testimony.of(evidence);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < testimonies.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> -testimonies.get(i).on(hypothesis)));
        return order.stream().map(evidence::get).toList();
    }

    public static boolean deviceBuilt(String cause) {
        return Causes.of(cause).builder() == Cause.Builder.INTERMEDIARY;
    }

    /** The likeliest cause that agrees with the sender. */
    private static String cause(Sender sender, Map<String, Double> causes) {
        for (var entry : causes.entrySet()) {
            boolean agrees = sender == Sender.UNDETERMINED || deviceBuilt(entry.getKey()) == (sender == Sender.INTERMEDIARY);
            if (agrees) {
                return entry.getValue() >= NAME_CAUSE ? entry.getKey() : Causes.UNKNOWN;
            }
        }
        return Causes.UNKNOWN;
    }
}
