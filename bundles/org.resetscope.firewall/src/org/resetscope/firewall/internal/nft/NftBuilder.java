package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;
import org.resetscope.firewall.internal.read.CallGraph;
import org.resetscope.firewall.internal.read.Problems;

/** Makes tables of the model of one table as read: one for each family whose packets it sees. */
final class NftBuilder {

    private final NftTable table;
    private final Problems problems;

    NftBuilder(NftTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    void build(List<Table> tables, List<BaseChain> baseChains) {
        boolean first = true;
        for (Family family : table.families()) {
            NftRules rules = new NftRules(family, table.sets()::get);
            Map<String, Chain> chains = new LinkedHashMap<>();
            Map<NftChain, Chain> built = new HashMap<>();
            for (NftChain chain : table.chains().values()) {
                Chain result = chain(chain, rules);
                chains.put(chain.name(), result);
                built.put(chain, result);
            }
            Table result = new Table(family, table.title(), chains, table.end(), table.language());
            tables.add(result);
            if (!table.dormant()) {
                table.chains().values().stream().filter(c -> c.base() != null).forEach(c -> baseChains.add(base(result, c, built.get(c))));
            }
            if (first) {
                new CallGraph(result, problems).check();
                first = false;
            }
        }
    }

    private static Chain chain(NftChain chain, NftRules rules) {
        List<Rule> all = new ArrayList<>();
        if (chain.base() != null && !chain.base().devices().isEmpty()) {
            IntervalSet devices = IntervalSet.union(chain.base().devices().stream().map(NftBuilder::device).toList());
            Source place = chain.base().place();
            all.add(new Rule(List.of(new Atom.Field(Dimension.IN, Interfaces.ALL.minus(devices))), new Effect.Accept(), place, place));
        }
        chain.rules().forEach(r -> all.addAll(rules.of(r)));
        return new Chain(chain.name(), all, chain.end());
    }

    private static IntervalSet device(String name) {
        return name.endsWith("*") ? Interfaces.prefixed(name.substring(0, name.length() - 1)) : Interfaces.named(name);
    }

    private static BaseChain base(Table table, NftChain chain, Chain built) {
        NftChain.Base base = chain.base();
        Source policy = chain.policyPlace() == null ? Source.none("policy accept") : chain.policyPlace();
        return new BaseChain(table, base.hook(), base.priority(), base.type().equals("nat"), built, chain.policy(), policy);
    }
}
