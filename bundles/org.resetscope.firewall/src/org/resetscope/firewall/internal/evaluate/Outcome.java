package org.resetscope.firewall.internal.evaluate;

import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Table;

/**
 * What became of packets, and by which rule.
 *
 * @param rule null where the policy decided
 * @param chain where the rule is, or the base chain whose policy decided
 */
public record Outcome(Verdict verdict, Rule rule, Table table, Chain chain, Packets packets) {

    Outcome with(Packets other) {
        return new Outcome(verdict, rule, table, chain, other);
    }
}
