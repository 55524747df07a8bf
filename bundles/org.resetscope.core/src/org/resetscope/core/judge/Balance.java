package org.resetscope.core.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.resetscope.core.internal.judge.Judge;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/**
 * How the judge weighed one explanation of a reset against another: what was known before, and what each observation added. All in
 * decibans, ten times the decimal logarithm of how many times likelier the first is.
 *
 * @param cause id of what the reset is explained by
 * @param rival id of the other explanation
 * @param prior how much commoner the cause is among resets of which nothing is known
 * @param steps what says most first; those that say nothing are left out
 */
public record Balance(String cause, String rival, int prior, List<Step> steps) {

    /**
     * What observations that depend on each other add together.
     *
     * @param evidence the one that says most; {@code others} of its group
     */
    public record Step(Evidence evidence, List<Evidence> others, int decibans) {
    }

    /** The sum. */
    public int total() {
        return prior + steps.stream().mapToInt(Step::decibans).sum();
    }

    /**
     * What speaks for one cause against another.
     *
     * @param cause id
     * @param rival id of the other
     */
    public static Balance of(Verdict verdict, String cause, String rival) {
        Map<String, List<Evidence>> groups = new LinkedHashMap<>();
        verdict.evidence().forEach(e -> groups.computeIfAbsent(e.group(), g -> new ArrayList<>()).add(e));
        List<Step> steps = new ArrayList<>();
        groups.values().forEach(group -> step(group, cause, rival).ifPresent(steps::add));
        steps.sort((a, b) -> Math.abs(b.decibans) - Math.abs(a.decibans));
        return new Balance(cause, rival, Judge.prior(cause) - Judge.prior(rival), List.copyOf(steps));
    }

    private static Optional<Step> step(List<Evidence> group, String cause, String rival) {
        int decibans = strongest(group, cause) - strongest(group, rival);
        if (decibans == 0) {
            return Optional.empty();
        }
        Evidence most = group.get(0);
        for (Evidence e : group) {
            if (sign(decibans) * difference(e, cause, rival) > sign(decibans) * difference(most, cause, rival)) {
                most = e;
            }
        }
        Evidence named = most;
        return Optional.of(new Step(named, group.stream().filter(e -> e != named && difference(e, cause, rival) != 0).toList(), decibans));
    }

    private static int difference(Evidence e, String cause, String rival) {
        return Judge.weight(cause, e) - Judge.weight(rival, e);
    }

    private static int sign(int number) {
        return number < 0 ? -1 : 1;
    }

    private static int strongest(List<Evidence> group, String cause) {
        int strongest = 0;
        for (Evidence e : group) {
            int weight = Judge.weight(cause, e);
            strongest = Math.abs(weight) > Math.abs(strongest) ? weight : strongest;
        }
        return strongest;
    }

    /** What the verdict names, or where it names no cause, what it holds for the likeliest. */
    public static Optional<String> favourite(Verdict verdict) {
        return Causes.UNKNOWN.equals(verdict.cause()) ? verdict.alternatives().stream().findFirst().map(Verdict.Alternative::cause)
                : Optional.of(verdict.cause());
    }

    /**
     * The {@link #favourite} against the likeliest explanation by which another built the reset, and against the likeliest by which the
     * same did; fewer where there are none.
     */
    public static List<Balance> of(Reset reset) {
        Verdict verdict = reset.verdict();
        String cause = favourite(verdict).orElse(null);
        if (cause == null || verdict.evidence().isEmpty()) {
            return List.of();
        }
        boolean device = Judge.deviceBuilt(cause);
        List<Balance> all = Judge.hypotheses(reset.claimedSender() == Sender.CLIENT, reset.flow().inferred(),
                verdict.evidence()).stream().filter(c -> !Causes.within(c, cause) && !Causes.within(cause, c))
                .map(c -> of(verdict, cause, c)).sorted((a, b) -> a.total() - b.total()).toList();
        List<Balance> chosen = new ArrayList<>();
        all.stream().filter(b -> Judge.deviceBuilt(b.rival) != device).findFirst().ifPresent(chosen::add);
        all.stream().filter(b -> Judge.deviceBuilt(b.rival) == device).findFirst().ifPresent(chosen::add);
        return List.copyOf(chosen);
    }
}
