package org.resetscope.firewall.internal.model;

/** Netfilter's priorities (linux/netfilter_ipv4.h). */
public final class Priorities {

    public static final int RAW = -300;
    public static final int CONNTRACK = -200;
    public static final int MANGLE = -150;
    public static final int DESTINATION_NAT = -100;
    public static final int FILTER = 0;
    public static final int SECURITY = 50;
    public static final int SOURCE_NAT = 100;

    private Priorities() {
    }
}
