package org.resetscope.firewall.internal.model;

/** Bits of the TCP flags field. */
public final class TcpBits {

    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;
    public static final int URG = 32;
    public static final int ALL = 63;

    private TcpBits() {
    }
}
