package org.resetscope.firewall.internal.model;

/** Address families with rules of their own. */
public enum Family {
    IPV4(32), IPV6(128);

    private final int bits;

    Family(int bits) {
        this.bits = bits;
    }

    /** Of an address. */
    public int bits() {
        return bits;
    }

    /** As nft names it. */
    public String id() {
        return this == IPV4 ? "ip" : "ip6";
    }
}
