package org.resetscope.firewall.internal.evaluate;

/** What became of packets in a chain. */
public enum Verdict {
    ACCEPT, DROP, RESET, ICMP, SYNPROXY, QUEUE, TRANSLATE,
    /** They came to the end of the chain, or returned. */
    RETURN
}
