package org.resetscope.firewall.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.resetscope.core.configuration.OutlineEntry;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Tables, and in them the chains, each with where netfilter calls it. */
final class Outline {

    private Outline() {
    }

    static List<OutlineEntry> of(Ruleset rules) {
        List<OutlineEntry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Table table : rules.tables()) {
            // a table of both families is there twice
            String title = table.name().indexOf(' ') >= 0 ? table.name() : table.name() + (table.family() == Family.IPV6 ? " (IPv6)" : "");
            List<OutlineEntry> chains = new ArrayList<>();
            for (Chain chain : table.chains().values()) {
                BaseChain base = rules.baseChains(table.family()).stream().filter(b -> b.chain() == chain).findFirst().orElse(null);
                Source place = place(chain, base);
                if (place != null) {
                    chains.add(new OutlineEntry(label(chain, base), 1, place.file(), place.line()));
                }
            }
            if (!chains.isEmpty() && seen.add(title)) {
                int first = chains.stream().mapToInt(OutlineEntry::line).min().orElse(1);
                entries.add(new OutlineEntry(title, 0, chains.get(0).file(), first));
                entries.addAll(chains);
            }
        }
        return entries;
    }

    private static Source place(Chain chain, BaseChain base) {
        Source place = base != null && base.policySource().file() != null ? base.policySource() : null;
        if (place == null && !chain.rules().isEmpty()) {
            place = chain.rules().get(0).source();
        }
        return place == null ? chain.end() : place;
    }

    private static String label(Chain chain, BaseChain base) {
        String count = chain.rules().size() == 1 ? "1 rule" : chain.rules().size() + " rules";
        if (base == null) {
            return chain.name() + " \u2013 " + count;
        }
        String hook = base.hook().name().toLowerCase(Locale.ROOT);
        return chain.name() + " \u2013 " + (chain.name().equalsIgnoreCase(hook) ? "" : "hook " + hook + ", ") + "priority " + base.priority() + ", policy "
                + (base.policy() instanceof Effect.Accept ? "accept" : "drop") + ", " + count;
    }
}
