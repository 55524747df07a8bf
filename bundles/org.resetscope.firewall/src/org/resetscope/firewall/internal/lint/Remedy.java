package org.resetscope.firewall.internal.lint;

/** Rules that cure faults, in the words of each language. */
enum Remedy {
    DROP_INVALID("-m conntrack --ctstate INVALID -j DROP", "ct state invalid drop"),
    ACCEPT_ESTABLISHED("-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT", "ct state established,related accept"),
    ACCEPT_UNTRACKED("-m conntrack --ctstate UNTRACKED -j ACCEPT", "ct state untracked accept"),
    LET_RESETS_OUT("-p tcp --tcp-flags RST RST -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
            "tcp flags & rst == rst ct state related,established accept");

    private final String iptables;
    private final String nft;

    Remedy(String iptables, String nft) {
        this.iptables = iptables;
        this.nft = nft;
    }

    /** Without the command and the chain. */
    String iptables() {
        return iptables;
    }

    String nft() {
        return nft;
    }
}
