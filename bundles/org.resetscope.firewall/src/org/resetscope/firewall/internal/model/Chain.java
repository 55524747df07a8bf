package org.resetscope.firewall.internal.model;

import java.util.List;

/** Rules in their order. Two chains are equal when they are the same one. */
public final class Chain {

    private final String name;
    private final List<Rule> rules;

    public Chain(String name, List<Rule> rules) {
        this.name = name;
        this.rules = List.copyOf(rules);
    }

    public String name() {
        return name;
    }

    public List<Rule> rules() {
        return rules;
    }
}
