package org.resetscope.core.advice;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.Analysis;
import org.resetscope.core.extension.Contribution;
import org.resetscope.core.extension.Extensions;
import org.resetscope.core.model.Problem;

/**
 * What all plug-ins advise.
 *
 * @param problems of those that failed
 */
public record Advised(List<Advice> advice, List<Problem> problems) {

    public Advised {
        advice = List.copyOf(advice);
        problems = List.copyOf(problems);
    }

    /** Asks all advisors; one that fails costs its own advice. */
    public static Advised of(Analysis analysis) {
        Extensions<Advisor> advisors = Extensions.read(Extensions.ADVISORS, Advisor.class);
        List<Advice> all = new ArrayList<>();
        for (Contribution<Advisor> advisor : advisors.all()) {
            all.addAll(advisor.call(a -> List.copyOf(a.advise(analysis)), List.of()));
        }
        return new Advised(all, advisors.problems());
    }
}
