package org.resetscope.core.internal.judge;

import java.util.ArrayList;
import java.util.Collections;
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
        int[] groups = groups(evidence);
        for (String cause : hypotheses(claimedIsClient, eitherMayBeClient, evidence)) {
            decibans.put(cause, (double) Prior.of(cause) + total(cause, evidence, groups));
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
        for (Evidence e : evidence) {
            for (String key : e.decibans().keySet()) {
                if (key.indexOf('.') >= 0) {
                    ids.add(key);
                }
            }
        }
        ids.remove(Causes.UNKNOWN);
        ids.removeIf(id -> {
            Cause.Builder builder = Causes.of(id).builder();
            return builder != Cause.Builder.INTERMEDIARY && !builder.claimed(claimedIsClient) && !eitherMayBeClient;
        });
        return ids;
    }

    /** For each piece of evidence the index of the first one of its group. */
    private static int[] groups(List<Evidence> evidence) {
        int[] groups = new int[evidence.size()];
        for (int i = 0; i < groups.length; i++) {
            int first = 0;
            while (!evidence.get(first).group().equals(evidence.get(i).group())) {
                first++;
            }
            groups[i] = first;
        }
        return groups;
    }

    private static int total(String cause, List<Evidence> evidence, int[] groups) {
        String sender = sender(cause);
        List<String> line = Causes.line(cause);
        int[] strongest = new int[groups.length];
        int total = 0;
        for (int i = 0; i < groups.length; i++) {
            int weight = weight(sender, line, evidence.get(i));
            int other = strongest[groups[i]];
            if (Math.abs(weight) > Math.abs(other)) {
                strongest[groups[i]] = weight;
                total += weight - other;
            }
        }
        return total;
    }

    /** What it says of the sender, plus what it says of the cause by the most specific key. */
    public static int weight(String cause, Evidence e) {
        return weight(sender(cause), Causes.line(cause), e);
    }

    private static int weight(String sender, List<String> line, Evidence e) {
        Map<String, Integer> decibans = e.decibans();
        int weight = decibans.getOrDefault(sender, 0);
        for (String key : line) {
            Integer own = decibans.get(key);
            if (own != null) {
                return weight + own;
            }
        }
        return weight;
    }

    private static String sender(String cause) {
        return deviceBuilt(cause) ? Evidence.INTERMEDIARY : Evidence.CLAIMED;
    }

    public static boolean deviceBuilt(String cause) {
        return Causes.of(cause).builder() == Cause.Builder.INTERMEDIARY;
    }

    private static Map<String, Double> normalise(Map<String, Double> decibans) {
        double highest = decibans.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Map<String, Double> odds = new LinkedHashMap<>();
        decibans.forEach((cause, d) -> odds.put(cause, Math.pow(10, (d - highest) / 10)));
        double sum = odds.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Map.Entry<String, Double>> order = new ArrayList<>(odds.entrySet());
        order.sort(Collections.reverseOrder(Map.Entry.comparingByValue()));
        Map<String, Double> sorted = new LinkedHashMap<>();
        order.forEach(e -> sorted.put(e.getKey(), e.getValue() / sum));
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
