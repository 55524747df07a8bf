package org.resetscope.firewall.internal.model;

/**
 * A chain that netfilter itself calls.
 *
 * @param priority the lower, the earlier; conntrack is at {@link Priorities#CONNTRACK}
 * @param translation whether it is asked for the first packet of a connection alone
 * @param policy what happens to packets that reach its end: accept or drop
 * @param policySource where the policy is said
 */
public record BaseChain(Table table, Hook hook, int priority, boolean translation, Chain chain, Effect policy, Source policySource) {
}
