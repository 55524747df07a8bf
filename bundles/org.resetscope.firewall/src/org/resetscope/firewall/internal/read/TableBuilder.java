package org.resetscope.firewall.internal.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Priorities;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** An iptables table while it is read. */
final class TableBuilder {

    /** The chains that the kernel calls, by table (iptables(8)). */
    private static final Map<String, Set<Hook>> HOOKS = Map.of("raw", Set.of(Hook.PREROUTING, Hook.OUTPUT), "mangle", Set.of(Hook.values()),
            "nat", Set.of(Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING), "filter",
            Set.of(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT), "security", Set.of(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT));

    private static final class Draft {
        private final List<Rule> rules = new ArrayList<>();
        private Effect policy = new Effect.Accept();
        private Source policySource = Source.none("policy ACCEPT");
    }

    private final Family family;
    private final String name;
    private final Map<String, Draft> chains = new LinkedHashMap<>();
    private Source end;

    TableBuilder(Family family, String name) {
        this.family = family;
        this.name = name;
        for (Hook hook : Hook.values()) {
            if (HOOKS.getOrDefault(name, Set.of()).contains(hook)) {
                chains.put(hook.name(), new Draft());
            }
        }
    }

    static boolean exists(String table) {
        return HOOKS.containsKey(table);
    }

    Family family() {
        return family;
    }

    String name() {
        return name;
    }

    boolean has(String chain) {
        return chains.containsKey(chain);
    }

    Set<String> chains() {
        return chains.keySet();
    }

    /** Those of a chain so far. */
    List<Rule> rules(String chain) {
        return Collections.unmodifiableList(chains.get(chain).rules);
    }

    boolean builtIn(String chain) {
        return HOOKS.get(name).stream().anyMatch(h -> h.name().equals(chain));
    }

    void chain(String chain) {
        chains.computeIfAbsent(chain, c -> new Draft());
    }

    void policy(String chain, Effect policy, Source source) {
        chains.get(chain).policy = policy;
        chains.get(chain).policySource = source;
    }

    /** @param position from 0; past the end appends */
    void insert(String chain, int position, List<Rule> rules) {
        List<Rule> all = chains.get(chain).rules;
        all.addAll(Math.min(position, all.size()), rules);
    }

    void append(String chain, List<Rule> rules) {
        chains.get(chain).rules.addAll(rules);
    }

    void end(Source place) {
        end = place;
    }

    Table table() {
        Map<String, Chain> built = new LinkedHashMap<>();
        chains.forEach((chain, draft) -> built.put(chain, new Chain(chain, draft.rules, null)));
        return new Table(family, name, built, end, Language.IPTABLES);
    }

    List<BaseChain> baseChains(Table table) {
        List<BaseChain> result = new ArrayList<>();
        for (Hook hook : Hook.values()) {
            if (builtIn(hook.name())) {
                Draft draft = chains.get(hook.name());
                result.add(new BaseChain(table, hook, priority(hook), name.equals("nat"), table.chains().get(hook.name()), draft.policy,
                        draft.policySource));
            }
        }
        return result;
    }

    private int priority(Hook hook) {
        return switch (name) {
            case "raw" -> Priorities.RAW;
            case "mangle" -> Priorities.MANGLE;
            case "nat" -> hook.entry() ? Priorities.DESTINATION_NAT : Priorities.SOURCE_NAT;
            case "security" -> Priorities.SECURITY;
            default -> Priorities.FILTER;
        };
    }
}
