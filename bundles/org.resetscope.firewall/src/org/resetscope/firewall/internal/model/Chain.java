package org.resetscope.firewall.internal.model;

import java.util.List;

/** Rules in their order. Two chains are equal when they are the same one. */
public final class Chain {

    private final String name;
    private final List<Rule> rules;
    private final Source end;

    /** @param end where another rule could be written; null where the text has no end of the chain */
    public Chain(String name, List<Rule> rules, Source end) {
        this.end = end;
        this.name = name;
        this.rules = List.copyOf(rules);
    }

    public String name() {
        return name;
    }

    /** Where another rule could be written; null where the text has no end of the chain. */
    public Source end() {
        return end;
    }

    public List<Rule> rules() {
        return rules;
    }
}
