package org.resetscope.firewall.internal.evaluate;

import java.util.List;

import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Hook;

/** Asks one base chain about packets of which everything is known, so that there is one answer. */
public final class HookWalk {

    /** Comparisons for each question; far more than the largest rule set has rules. */
    private static final long WORK = 20_000_000;

    private final Oracle oracle;

    /** @param oracle answers every question */
    public HookWalk(Oracle oracle) {
        this.oracle = oracle;
    }

    /** Never {@link Verdict#RETURN}: the policy has decided then. */
    public Outcome decide(BaseChain base, Hook hook, PacketKind kind, Region region) {
        Walk walk = new Walk(base.table().family(), oracle, new Budget(WORK, null));
        List<Outcome> outcomes = walk.through(base.table(), base.chain(), Packets.of(kind, region), hook);
        Outcome first = outcomes.isEmpty() ? new Outcome(Verdict.RETURN, null, base.table(), base.chain(), Packets.of(kind, region))
                : outcomes.get(0);
        Outcome in = first.with(first.packets().by(Path.START.then(first.packets().path(), hook)));
        return in.verdict() == Verdict.RETURN ? Evaluator.policy(base, in) : in;
    }

    /** Whether a rule took conntrack away. */
    public static boolean untracked(Outcome outcome) {
        return outcome.packets().state() == CtState.UNTRACKED;
    }
}
