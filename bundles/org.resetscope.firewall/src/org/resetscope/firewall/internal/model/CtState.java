package org.resetscope.firewall.internal.model;

/** What conntrack says of a packet. */
public enum CtState {
    INVALID, NEW, ESTABLISHED, RELATED, UNTRACKED
}
