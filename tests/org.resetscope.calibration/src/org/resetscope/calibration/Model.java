package org.resetscope.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.internal.judge.Judge;
import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Sender;

/**
 * The judge's formula as a function of the weights, with its gradient: for each cause its prior plus, of each group, the weight that is
 * strongest; softmax over causes. Weights are in decibans.
 */
final class Model {

    private static final double NATS = Math.log(10) / 10;

    private final Map<String, Map<String, Integer>> parameters = new HashMap<>();
    /** Observations with the same evidence and truth are one case. */
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Hypothesis>> cases = new ArrayList<>();

    /** For one cause and one group: of each signal the parameters that add up to its weight. */
    private record Choice(List<int[]> signals, double[] fixed) {
    }

    /** One cause that the observation may have. */
    private record Hypothesis(int prior, List<Choice> groups, boolean right, boolean rightSender) {
    }

    Model(List<Weight> table) {
        for (int i = 0; i < table.size(); i++) {
            if (!table.get(i).hypothesis().equals(Weight.NOTHING)) {
                parameters.computeIfAbsent(table.get(i).signal(), s -> new HashMap<>()).put(table.get(i).hypothesis(), i);
            }
        }
    }

    /** @return number of the observation's case */
    int add(Observation o) {
        List<Evidence> evidence = o.reset().verdict().evidence();
        String same = o.claimedIsClient() + " " + o.reset().flow().inferred() + " " + o.truth() + " " + o.causes()
                + evidence.stream().map(e -> e.signal() + (parameters.containsKey(e.signal()) ? "" : e.decibans())).sorted().toList();
        return numbers.computeIfAbsent(same, s -> {
            cases.add(hypotheses(o, evidence));
            return cases.size() - 1;
        });
    }

    private List<Hypothesis> hypotheses(Observation o, List<Evidence> evidence) {
        List<Hypothesis> hypotheses = new ArrayList<>();
        Map<String, List<Evidence>> groups = new LinkedHashMap<>();
        evidence.forEach(e -> groups.computeIfAbsent(e.group(), g -> new ArrayList<>()).add(e));
        for (String cause : Judge.hypotheses(o.claimedIsClient(), o.reset().flow().inferred(), evidence)) {
            List<Choice> choices = groups.values().stream().map(g -> choice(cause, g)).toList();
            Integer prior = parameters.get(Weight.PRIOR).get(Causes.of(cause).id());
            boolean device = Judge.deviceBuilt(cause);
            hypotheses.add(new Hypothesis(prior, choices, answers(cause, o.causes()), device == (o.truth() == Sender.INTERMEDIARY)));
        }
        return hypotheses;
    }

    /** A child of what the label stands for answers it, too. */
    private static boolean answers(String cause, Set<String> wanted) {
        return wanted.contains(cause) || wanted.stream().anyMatch(w -> Causes.within(cause, w) && Causes.of(cause).id().equals(w));
    }

    private Choice choice(String cause, List<Evidence> group) {
        List<int[]> signals = new ArrayList<>();
        double[] fixed = new double[group.size()];
        for (int i = 0; i < group.size(); i++) {
            Map<String, Integer> known = parameters.get(group.get(i).signal());
            if (known == null) {
                fixed[i] = Judge.weight(cause, group.get(i));
                signals.add(new int[0]);
                continue;
            }
            List<Integer> own = new ArrayList<>();
            Integer sender = known.get(Judge.deviceBuilt(cause) ? Evidence.INTERMEDIARY : Evidence.CLAIMED);
            if (sender != null) {
                own.add(sender);
            }
            Causes.line(cause).stream().map(known::get).filter(p -> p != null).findFirst().ifPresent(own::add);
            signals.add(own.stream().mapToInt(Integer::intValue).toArray());
        }
        return new Choice(signals, fixed);
    }

    int cases() {
        return cases.size();
    }

    /**
     * Slope of the sum over cases of the negative logarithms of the probabilities of true cause and true sender.
     *
     * @param weights how much each case counts
     */
    double[] gradient(double[] w, double[] weights) {
        double[] gradient = new double[w.length];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                descend(cases.get(i), w, weights[i], gradient);
            }
        }
        return gradient;
    }

    private static void descend(List<Hypothesis> hypotheses, double[] w, double weight, double[] gradient) {
        int n = hypotheses.size();
        double[] p = new double[n];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            p[i] = decibans(hypotheses.get(i), w) * NATS;
            highest = Math.max(highest, p[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            p[i] = Math.exp(p[i] - highest);
            sum += p[i];
        }
        double cause = 0;
        double sender = 0;
        for (int i = 0; i < n; i++) {
            p[i] /= sum;
            cause += hypotheses.get(i).right ? p[i] : 0;
            sender += hypotheses.get(i).rightSender ? p[i] : 0;
        }
        boolean causeKnown = cause > 0;
        for (int i = 0; i < n; i++) {
            Hypothesis h = hypotheses.get(i);
            double slope = p[i] * (causeKnown ? 2 : 1) - (h.right && causeKnown ? p[i] / cause : 0) - (h.rightSender ? p[i] / sender : 0);
            spread(h, w, gradient, weight * slope * NATS);
        }
    }

    private static double decibans(Hypothesis h, double[] w) {
        double total = w[h.prior];
        for (Choice choice : h.groups) {
            total += value(choice, strongest(choice, w), w);
        }
        return total;
    }

    private static int strongest(Choice choice, double[] w) {
        int best = 0;
        for (int i = 1; i < choice.fixed.length; i++) {
            best = Math.abs(value(choice, i, w)) > Math.abs(value(choice, best, w)) ? i : best;
        }
        return best;
    }

    private static double value(Choice choice, int signal, double[] w) {
        double value = choice.fixed[signal];
        for (int parameter : choice.signals.get(signal)) {
            value += w[parameter];
        }
        return value;
    }

    private static void spread(Hypothesis h, double[] w, double[] gradient, double slope) {
        gradient[h.prior] += slope;
        for (Choice choice : h.groups) {
            for (int parameter : choice.signals.get(strongest(choice, w))) {
                gradient[parameter] += slope;
            }
        }
    }
}
