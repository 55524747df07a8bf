package org.resetscope.firewall.internal.model;

/** What a table is written in, which decides how a rule can be added to its text. */
public enum Language {
    IPTABLES, NFT,
    /** What "nft -j" prints and takes. */
    NFT_JSON,
    /** OpenWrt's configuration, of which fw4 makes the rules. */
    UCI,
    /** A zone of firewalld. */
    FIREWALLD
}
