package org.resetscope.core.configuration;

/**
 * One rule (or policy) that a packet met.
 *
 * @param hook where in the device, in its own words: PREROUTING, INPUT, ...
 * @param table the table (or list of rules) the chain is in
 * @param chain the chain
 * @param file name of the text; null where the text says nothing and a default applies
 * @param line from 1, or 0 where file is null
 * @param rule the rule as written
 * @param effect what it did: accept, drop, reset, icmp, jump BAD, return, log, policy accept, ...
 * @param certain false where the rule's match cannot be told from the text and was assumed
 */
public record PathStep(String hook, String table, String chain, String file, int line, String rule, String effect, boolean certain) {
}
