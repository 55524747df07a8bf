package org.resetscope.firewall.internal.read;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Rule;

/** What iptables-restore refuses although it reads well. It then loads nothing of the table, so it must be told; the rest is judged. */
final class LoaderRules {

    private static final IntervalSet TCP = IntervalSet.of(6, 6);

    private LoaderRules() {
    }

    /** @return why a rule is refused, or null */
    static String refusal(String table, Rule rule) {
        boolean reset = rule.effect() instanceof Effect.Reset;
        if (!table.equals("filter") && (reset || rule.effect() instanceof Effect.Icmp)) {
            return "REJECT works in the table filter only";
        }
        boolean tcp = rule.atoms().stream()
                .anyMatch(a -> a instanceof Atom.Field f && f.dimension() == Dimension.PROTOCOL && f.values().equals(TCP));
        return reset && !tcp ? "--reject-with tcp-reset needs -p tcp in the same rule" : null;
    }
}
