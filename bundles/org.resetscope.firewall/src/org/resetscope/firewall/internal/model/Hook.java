package org.resetscope.firewall.internal.model;

/** Where netfilter looks at packets, in the order in which one packet can meet them. */
public enum Hook {
    PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING;

    /** Where packets enter netfilter: conntrack sits in these. */
    public boolean entry() {
        return this == PREROUTING || this == OUTPUT;
    }
}
