package org.resetscope.firewall.internal.fix;

import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Where a rule is. */
public record Place(Table table, Chain chain, Rule rule) {

    Source source() {
        return rule.source();
    }
}
