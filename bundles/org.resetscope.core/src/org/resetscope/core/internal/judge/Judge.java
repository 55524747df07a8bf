package org.resetscope.core.internal.judge;

import java.util.ArrayList;
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
        Map<String, Double> decibans = new LinkedHashMap<>();
        for (String cause : hypotheses(claimedIsClient, eitherMayBeClient, evidence)) {
            decibans.put(cause, (double) Prior.of(cause) + total(cause, evidence));
        }
        Map<String, Double> causes = normalise(decibans);
        double device = 0;
        for (var entry : causes.entrySet()) {
            device += deviceBuilt(entry.getKey()) ? entry.getValue() : 0;
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
        Causes.all().forEach(cause -> ids.add(cause.id()));
        evidence.forEach(e -> e.decibans().keySet().stream().filter(k -> k.contains(".")).forEach(ids::add));
        ids.remove(Causes.UNKNOWN);
        ids.removeIf(id -> {
            Cause.Builder builder = Causes.of(id).builder();
            return builder != Cause.Builder.INTERMEDIARY && !builder.claimed(claimedIsClient) && !eitherMayBeClient;
        });
        return ids;
    }

    private static int total(String cause, List<Evidence> evidence) {
        int total = 0;
        for (int i = 0; i < evidence.size(); i++) {
            String group = evidence.get(i).group();
            if (firstOfGroup(evidence, i)) {
                int strongest = 0;
                for (int j = i; j < evidence.size(); j++) {
                    if (evidence.get(j).group().equals(group)) {
                        int weight = weight(cause, evidence.get(j));
                        strongest = Math.abs(weight) > Math.abs(strongest) ? weight : strongest;
                    }
                }
                total += strongest;
            }
        }
        return total;
    }

    private static boolean firstOfGroup(List<Evidence> evidence, int at) {
        for (int i = 0; i < at; i++) {
            if (evidence.get(i).group().equals(evidence.get(at).group())) {
                return false;
            }
        }
        return true;
    }

    /** What it says of the sender, plus what it says of the cause by the most specific key. */
    public static int weight(String cause, Evidence e) {
        int weight = e.decibans().getOrDefault(deviceBuilt(cause) ? Evidence.INTERMEDIARY : Evidence.CLAIMED, 0);
        for (String key : Causes.line(cause)) {
            Integer own = e.decibans().get(key);
            if (own != null) {
                return weight + own;
            }
        }
        return weight;
    }

    public static boolean deviceBuilt(String cause) {
        return Causes.of(cause).builder() == Cause.Builder.INTERMEDIARY;
    }

    private static Map<String, Double> normalise(Map<String, Double> decibans) {
        double highest = decibans.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Map<String, Double> odds = new LinkedHashMap<>();
        decibans.forEach((cause, d) -> odds.put(cause, Math.pow(10, (d - highest) / 10)));
        double sum = odds.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> sorted = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(odds.keySet());
        order.sort(Comparator.comparing((String c) -> -odds.get(c)));
        order.forEach(c -> sorted.put(c, odds.get(c) / sum));
        return sorted;
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
