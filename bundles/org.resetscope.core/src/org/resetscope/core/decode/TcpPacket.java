package org.resetscope.core.decode;

import java.nio.ByteBuffer;

/**
 * The innermost TCP segment of a captured packet: a flyweight that {@link PacketDecoder} fills anew for each packet. Fields, not
 * accessors: it is written and read several million times a second, and lives no longer than one packet.
 * IPv4 addresses stand in the low half as IPv4-mapped IPv6 (::ffff:a.b.c.d).
 */
public final class TcpPacket {

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;
    public static final int ECE = 0x40;
    public static final int CWR = 0x80;

    /** 4 or 6. */
    public int ipVersion;
    public long sourceHigh;
    public long sourceLow;
    public long destinationHigh;
    public long destinationLow;
    /** IPv4 TTL or IPv6 hop limit. */
    public int ttl;
    /** IPv4 TOS or IPv6 traffic class. */
    public int tos;
    /** IPv4 identification (or that of the IPv6 fragment header); -1 where there is none. */
    public int ipId;
    public boolean dontFragment;
    /** IPv6 flow label; -1 for IPv4. */
    public int flowLabel;

    public int sourcePort;
    public int destinationPort;
    public int seq;
    public int ack;
    /** TCP flags, low 8 bits. */
    public int flags;
    /** Raw window field, unscaled; -1 where the snap length cut it off. */
    public int window;
    /** Payload bytes on the wire, by the IP length (by the frame length where segmentation offload left the IP length 0). */
    public int payloadLength;

    /** Absolute index of the innermost IP header. */
    public int ipOffset;
    /** Absolute index of the TCP header. */
    public int tcpOffset;
    /**
     * False where the TCP checksum covers what this packet alone does not tell: the first fragment of a datagram, or an IPv6 packet still
     * on its way along a routing header.
     */
    public boolean checksumCovered;

    /** Bytes of the packet: payload starts at absolute index {@link #payloadOffset}, of which {@link #payloadCaptured} are there. */
    public ByteBuffer buffer;
    public int payloadOffset;
    public int payloadCaptured;
    /** Absolute index and length of the TCP options as captured. */
    public int optionsOffset;
    public int optionsLength;

    /** False where the snap length cut the options off before their end: an option not seen may have been there. */
    public boolean optionsComplete;
    public boolean timestamps;
    public int tsVal;
    public int tsEcr;
    /** Maximum segment size, or -1. */
    public int mss;
    /** Window scale shift, or -1. */
    public int windowScale;
    public boolean sackPermitted;
    /** Number of SACK blocks. */
    public int sackBlocks;
    /** MPTCP option subtype (RFC 8684, 3), or -1. */
    public int mptcpSubtype;

    /** UNKNOWN after decoding, for sums cost time; see {@link Checksums#verify}. */
    public Checksum checksum;
    /** Innermost VLAN id, or -1. */
    public int vlan;
    /** Source MAC address, or -1 where the link has none. */
    public long sourceMac;
    /** Tunnels unwrapped on the way (GRE, IP-in-IP, VXLAN, ...): 0 for none. */
    public int tunnels;

    /** For {@link PacketDecoder.Kind#ICMP_ERROR}: type and code of the message that quotes this segment, and who sent it. */
    public int icmpType;
    public int icmpCode;
    public long icmpSourceHigh;
    public long icmpSourceLow;

    public enum Checksum {
        /** Not verified: the packet is sliced, or nobody asked. */
        UNKNOWN,
        GOOD,
        BAD,
        /** Holds the pseudo header's sum only: the sending machine's network card fills it in (checksum offload). */
        OFFLOADED
    }

    /**
     * Copies TCP header, options and the first bytes of the payload, so that they outlive the packet; what lies before is given up.
     *
     * @param payload bytes of the payload at most
     */
    public void keep(int payload) {
        payloadCaptured = Math.min(payloadCaptured, payload);
        int end = payloadCaptured > 0 ? payloadOffset + payloadCaptured : optionsOffset + optionsLength;
        byte[] copy = new byte[end - tcpOffset];
        buffer.get(tcpOffset, copy);
        buffer = ByteBuffer.wrap(copy);
        optionsOffset -= tcpOffset;
        payloadOffset -= tcpOffset;
        ipOffset -= tcpOffset;
        tcpOffset = 0;
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Sequence numbers that the segment takes up (RFC 9293, 3.3: SYN and FIN count). */
    public int sequenceLength() {
        return payloadLength + (flags & SYN) / SYN + (flags & FIN);
    }
}
