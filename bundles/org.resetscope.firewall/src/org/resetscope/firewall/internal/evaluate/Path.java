package org.resetscope.firewall.internal.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

import org.resetscope.core.configuration.PathStep;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** The rules that packets met, the newest first. Immutable; paths share what they have in common. */
public final class Path {

    private static final int MOST_SHOWN = 200;

    static final Path START = new Path(null, null, null, null);

    /**
     * One of them.
     *
     * @param rule null for a policy
     * @param certain whether the rule is known to match
     */
    public record Step(Table table, Chain chain, Rule rule, Source source, String effect, boolean certain) {
    }

    private final Path before;
    private final Step step;
    private final Path within;
    private final Hook hook;

    private Path(Path before, Step step, Path within, Hook hook) {
        this.before = before;
        this.step = step;
        this.within = within;
        this.hook = hook;
    }

    Path then(Step next) {
        return new Path(this, next, null, null);
    }

    /** @param newHook where the steps of the other path are; null where they are in this path's */
    Path then(Path other, Hook newHook) {
        return other == START ? this : new Path(this, null, other, newHook);
    }

    /** In the order in which the packets met them, for people: no more than they read, the last ones. */
    public List<PathStep> steps() {
        List<PathStep> steps = new ArrayList<>();
        visit(null, (hook, s) -> add(steps, new PathStep(String.valueOf(hook), s.table.name(), s.chain.name(), s.source.file(),
                s.source.line(), s.source.text(), s.effect, s.certain)));
        Collections.reverse(steps);
        return steps;
    }

    private static void add(List<PathStep> steps, PathStep step) {
        if (steps.size() < MOST_SHOWN) {
            steps.add(step);
        }
    }

    /** The newest first. */
    public List<Step> newestFirst() {
        List<Step> steps = new ArrayList<>();
        visit(null, (hook, step) -> steps.add(step));
        return steps;
    }

    /** Newest first. The depth of the recursion is that of chains calling chains, which the walk limits. */
    private void visit(Hook outer, BiConsumer<Hook, Step> visitor) {
        for (Path p = this; p != START; p = p.before) {
            if (p.within != null) {
                p.within.visit(p.hook == null ? outer : p.hook, visitor);
            } else {
                visitor.accept(outer, p.step);
            }
        }
    }
}
