package org.resetscope.firewall.internal.model;

/** What a table is written in, which decides how a rule can be added to its text. */
public enum Language {
    IPTABLES, NFT,
    /** Rules cannot be added where the table's are written. */
    OTHER
}
