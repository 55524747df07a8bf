package org.resetscope.core.decode;

import java.nio.ByteBuffer;

/**
 * The innermost TCP segment of a captured packet: a flyweight that {@link PacketDecoder} fills anew for each packet. Fields, not
 * accessors: it is written and read several million times a second, and lives no longer than one packet.
 * IPv4 addresses stand in the low half as IPv4-mapped IPv6 (::ffff:a.b.c.d).
 */
public final class TcpPacket {

    /** No more data from the sender. A flag of RFC 9293, 3.1. */
    public static final int FIN = 0x01;
    /** Synchronises sequence numbers. */
    public static final int SYN = 0x02;
    /** Resets the connection. */
    public static final int RST = 0x04;
    /** Push. */
    public static final int PSH = 0x08;
    /** The acknowledgement number counts. */
    public static final int ACK = 0x10;
    /** The urgent pointer counts. */
    public static final int URG = 0x20;
    /** ECN echo (RFC 3168). */
    public static final int ECE = 0x40;
    /** Congestion window reduced (RFC 3168). */
    public static final int CWR = 0x80;

    /** 4 or 6. */
    public int ipVersion;
    /** Upper 64 bits of the source address; 0 for IPv4. */
    public long sourceHigh;
    /** Lower 64 bits of the source address. */
    public long sourceLow;
    /** Upper 64 bits of the destination address; 0 for IPv4. */
    public long destinationHigh;
    /** Lower 64 bits of the destination address. */
    public long destinationLow;
    /** IPv4 TTL or IPv6 hop limit. */
    public int ttl;
    /** IPv4 TOS or IPv6 traffic class. */
    public int tos;
    /** IPv4 identification (or that of the IPv6 fragment header); -1 where there is none. */
    public int ipId;
    /** IPv4's flag DF; false for IPv6. */
    public boolean dontFragment;
    /** IPv6 flow label; -1 for IPv4. */
    public int flowLabel;

    /** 0 to 65535. */
    public int sourcePort;
    /** 0 to 65535. */
    public int destinationPort;
    /** Sequence number as on the wire; unsigned 32 bits. */
    public int seq;
    /** Acknowledgement number as on the wire, whether or not the flag ACK is set; unsigned 32 bits. */
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
    /** Absolute index of the payload. */
    public int payloadOffset;
    /** Bytes of the payload that were captured. */
    public int payloadCaptured;
    /** Absolute index and length of the TCP options as captured. */
    public int optionsOffset;
    /** Bytes of the options as captured. */
    public int optionsLength;

    /** False where the snap length cut the options off before their end: an option not seen may have been there. */
    public boolean optionsComplete;
    /** Whether the Timestamps option is there (RFC 7323); the two values mean nothing otherwise. */
    public boolean timestamps;
    /** The sender's clock; unsigned 32 bits. */
    public int tsVal;
    /** The echo of the other side's clock; unsigned 32 bits. */
    public int tsEcr;
    /** Maximum segment size, or -1. */
    public int mss;
    /** Window scale shift, or -1. */
    public int windowScale;
    /** Whether the SACK Permitted option is there (RFC 2018). */
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
    /** Code of the message, see {@link #icmpType}. */
    public int icmpCode;
    /** Upper 64 bits of the address that sent the message. */
    public long icmpSourceHigh;
    /** Lower 64 bits of it. */
    public long icmpSourceLow;

    /** What is known of the TCP checksum. */
    public enum Checksum {
        /** Not verified: the packet is sliced, or nobody asked. */
        UNKNOWN,
        /** It is right. */
        GOOD,
        /** It is wrong: the packet was damaged, or rewritten without it. */
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

    /** @param flag one of the flags, or several: any of them */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Sequence numbers that the segment takes up (RFC 9293, 3.3: SYN and FIN count). */
    public int sequenceLength() {
        return payloadLength + (flags & SYN) / SYN + (flags & FIN);
    }
}
