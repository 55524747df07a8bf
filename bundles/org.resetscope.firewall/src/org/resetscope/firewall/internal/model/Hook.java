package org.resetscope.firewall.internal.model;

/** Where netfilter looks at packets, in the order in which one packet can meet them. */
public enum Hook {
    INGRESS, PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING;

    /** Where conntrack sits. */
    public boolean entry() {
        return this == PREROUTING || this == OUTPUT;
    }

    /** Whether conntrack has not seen a packet yet that meets a chain of this priority. */
    public boolean beforeConntrack(int priority) {
        return this == INGRESS || entry() && priority < Priorities.CONNTRACK;
    }
}
