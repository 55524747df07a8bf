package org.resetscope.core.tests.build;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One packet, every field of it settable; what is not set is what a Linux host would send. The same calls always give the same
 * bytes. Usually made by a {@link FlowBuilder}; alone for odd packets:
 *
 * <pre>
 * PacketBuilder.tcp("10.0.0.1:40000", "10.0.0.2:80").flags("RA").seq(7).ttl(253).ipId(0).vlan(100)
 * PacketBuilder.udp("10.0.0.1:53", "10.0.0.2:53", bytes)
 * PacketBuilder.icmpError("10.0.0.254", "10.0.0.1", 3, 13, quotedPacket)
 * PacketBuilder.bytes(0xff, 0xff)
 * </pre>
 */
public final class PacketBuilder {

    private static final int TCP = 6;
    private static final int UDP = 17;

    private String source;
    private int sourcePort;
    private String destination;
    private int destinationPort;
    private int protocol;

    private int ttl = 64;
    private int tos;
    private int ipId;
    private boolean dontFragment = true;
    private boolean moreFragments;
    private int fragmentOffset;
    private byte[] ipOptions = {};
    private int flowLabel;
    private boolean ipLengthZero;
    private List<Extension> extensions = new ArrayList<>();

    private int seq;
    private int ack;
    private int flags = 0x10;
    private int window = 502;
    private int urgent;
    private byte[] options = {};
    private byte[] payload = {};
    private Checksum checksum = Checksum.GOOD;

    private List<Wrapper> wrappers = new ArrayList<>();
    private long sourceMac = 0x020000000001L;
    private long destinationMac = 0x020000000002L;
    private byte[] padding = {};
    private byte[] whole;
    private int capturedLength = Integer.MAX_VALUE;
    private int interfaceId;
    private long timeNanos;

    /** What stands in the TCP checksum field. */
    public enum Checksum {
        GOOD, BAD,
        /** The pseudo header's sum only, as captured on a sender whose network card fills it in. */
        OFFLOADED
    }

    private record Extension(int header, byte[] body) {
    }

    private PacketBuilder() {
    }

    /** A segment with the ACK flag, between "address:port" and "address:port"; IPv6 as "[2001:db8::1]:80". */
    public static PacketBuilder tcp(String from, String to) {
        return between(from, to, TCP);
    }

    public static PacketBuilder udp(String from, String to, byte[] payload) {
        return between(from, to, UDP).payload(payload);
    }

    /** Any IP protocol, between addresses without ports. */
    public static PacketBuilder ip(String from, String to, int protocol, byte[] payload) {
        PacketBuilder packet = new PacketBuilder();
        packet.source = from;
        packet.destination = to;
        packet.protocol = protocol;
        return packet.payload(payload);
    }

    /** An ICMP error (ICMPv6 where the addresses are IPv6) from a router, quoting an IP packet from its IP header on. */
    public static PacketBuilder icmpError(String from, String to, int type, int code, byte[] quoted) {
        byte[] message = new ByteWriter().u8(type).u8(code).u16(0).u32(0).bytes(quoted).toBytes();
        boolean v6 = from.indexOf(':') >= 0;
        PacketBuilder packet = ip(from, to, v6 ? 58 : 1, message);
        byte[] pseudo = v6 ? pseudoHeader(packet.sourceBytes(), packet.destinationBytes(), 58, message.length) : new byte[0];
        InternetChecksum.put(message, 2, InternetChecksum.of(Bytes.join(pseudo, message)));
        return packet.payload(message);
    }

    /** A frame given byte by byte, link layer and all. */
    public static PacketBuilder bytes(int... bytes) {
        byte[] frame = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            frame[i] = (byte) bytes[i];
        }
        return frame(frame);
    }

    public static PacketBuilder frame(byte[] bytes) {
        PacketBuilder packet = new PacketBuilder();
        packet.whole = bytes.clone();
        return packet;
    }

    private static PacketBuilder between(String from, String to, int protocol) {
        PacketBuilder packet = new PacketBuilder();
        packet.protocol = protocol;
        return packet.from(from).to(to);
    }

    public PacketBuilder copy() {
        PacketBuilder copy = new PacketBuilder();
        copy.source = source;
        copy.sourcePort = sourcePort;
        copy.destination = destination;
        copy.destinationPort = destinationPort;
        copy.protocol = protocol;
        copy.ttl = ttl;
        copy.tos = tos;
        copy.ipId = ipId;
        copy.dontFragment = dontFragment;
        copy.moreFragments = moreFragments;
        copy.fragmentOffset = fragmentOffset;
        copy.ipOptions = ipOptions;
        copy.flowLabel = flowLabel;
        copy.ipLengthZero = ipLengthZero;
        copy.extensions = new ArrayList<>(extensions);
        copy.seq = seq;
        copy.ack = ack;
        copy.flags = flags;
        copy.window = window;
        copy.urgent = urgent;
        copy.options = options;
        copy.payload = payload;
        copy.checksum = checksum;
        copy.wrappers = new ArrayList<>(wrappers);
        copy.sourceMac = sourceMac;
        copy.destinationMac = destinationMac;
        copy.padding = padding;
        copy.whole = whole;
        copy.capturedLength = capturedLength;
        copy.interfaceId = interfaceId;
        copy.timeNanos = timeNanos;
        return copy;
    }

    // Addresses

    public PacketBuilder from(String endpoint) {
        source = host(endpoint);
        sourcePort = port(endpoint);
        return this;
    }

    public PacketBuilder to(String endpoint) {
        destination = host(endpoint);
        destinationPort = port(endpoint);
        return this;
    }

    /** "address:port" as given, to recognise a packet in {@link CaptureBuilder#map}. */
    public String from() {
        return endpoint(source, sourcePort);
    }

    public String to() {
        return endpoint(destination, destinationPort);
    }

    public PacketBuilder macs(long from, long to) {
        sourceMac = from;
        destinationMac = to;
        return this;
    }

    // IP

    /** TTL or hop limit. */
    public PacketBuilder ttl(int value) {
        ttl = value;
        return this;
    }

    public int ttl() {
        return ttl;
    }

    /** Takes hops off the TTL, as that many routers do. */
    public PacketBuilder hops(int routers) {
        return ttl(ttl - routers);
    }

    /** TOS or traffic class. */
    public PacketBuilder tos(int value) {
        tos = value;
        return this;
    }

    public PacketBuilder ipId(int value) {
        ipId = value;
        return this;
    }

    public PacketBuilder dontFragment(boolean value) {
        dontFragment = value;
        return this;
    }

    /** Makes it a fragment. The payload is what this fragment holds; a later fragment has no TCP header. @param offset in bytes */
    public PacketBuilder fragment(int offset, boolean more) {
        fragmentOffset = offset;
        moreFragments = more;
        dontFragment = false;
        return this;
    }

    /** IPv4 options; padded to a multiple of four. */
    public PacketBuilder ipOptions(int... bytes) {
        ByteWriter writer = new ByteWriter();
        for (int value : bytes) {
            writer.u8(value);
        }
        ipOptions = writer.pad(4).toBytes();
        return this;
    }

    public PacketBuilder flowLabel(int value) {
        flowLabel = value;
        return this;
    }

    /**
     * Adds an IPv6 extension header, outermost first.
     *
     * @param header 0 hop-by-hop, 43 routing, 51 authentication, 60 destination options
     * @param body what follows its next-header byte and length byte; padded to the header's unit
     */
    public PacketBuilder extension(int header, byte... body) {
        extensions.add(new Extension(header, body.clone()));
        return this;
    }

    /** Leaves the IP length 0, as captured on a sender with segmentation offload. */
    public PacketBuilder ipLengthZero() {
        ipLengthZero = true;
        return this;
    }

    // TCP

    public PacketBuilder seq(long value) {
        seq = (int) value;
        return this;
    }

    public int seq() {
        return seq;
    }

    public PacketBuilder ack(long value) {
        ack = (int) value;
        return this;
    }

    public int ack() {
        return ack;
    }

    /** Letters as tcpdump and Wireshark write them: S F R P A U E C, in any order. */
    public PacketBuilder flags(String letters) {
        flags = 0;
        for (char letter : letters.toCharArray()) {
            int bit = "FSRPAUEC".indexOf(letter);
            if (bit < 0) {
                throw new IllegalArgumentException("no TCP flag: " + letter);
            }
            flags |= 1 << bit;
        }
        return this;
    }

    public boolean has(char letter) {
        return protocol == TCP && (flags & 1 << "FSRPAUEC".indexOf(letter)) != 0;
    }

    public PacketBuilder window(int raw) {
        window = raw;
        return this;
    }

    public PacketBuilder urgent(int pointer) {
        urgent = pointer;
        return this;
    }

    /** Replaces all options, see {@link TcpOption}; none given: none sent. */
    public PacketBuilder options(byte[]... values) {
        options = new ByteWriter().bytes(Bytes.join(values)).pad(4).toBytes();
        return this;
    }

    public PacketBuilder noOptions() {
        return options();
    }

    public PacketBuilder checksum(Checksum value) {
        checksum = value;
        return this;
    }

    public PacketBuilder payload(byte[] bytes) {
        payload = bytes.clone();
        return this;
    }

    public PacketBuilder payload(String text) {
        return payload(text.getBytes(StandardCharsets.UTF_8));
    }

    /** That many bytes of filling. */
    public PacketBuilder payload(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + i % 26);
        }
        return payload(bytes);
    }

    public int payloadLength() {
        return payload.length;
    }

    // Around IP; the first call is the outermost

    /** An 802.1Q tag; call it twice for QinQ (then the outer one is 802.1ad). */
    public PacketBuilder vlan(int id) {
        wrappers.add(new Wrapper.Vlan(id));
        return this;
    }

    public PacketBuilder mpls(int label) {
        wrappers.add(new Wrapper.Mpls(label));
        return this;
    }

    public PacketBuilder pppoe() {
        wrappers.add(new Wrapper.Pppoe());
        return this;
    }

    public PacketBuilder ipInIp(String from, String to) {
        wrappers.add(new Wrapper.IpInIp(from, to));
        return this;
    }

    public PacketBuilder gre(String from, String to) {
        wrappers.add(new Wrapper.Gre(from, to, false, false));
        return this;
    }

    /** GRE with checksum, key and sequence number, carrying Ethernet (NVGRE, transparent bridging). */
    public PacketBuilder greEthernet(String from, String to) {
        wrappers.add(new Wrapper.Gre(from, to, true, true));
        return this;
    }

    public PacketBuilder vxlan(String from, String to, int vni) {
        wrappers.add(new Wrapper.Vxlan(from, to, vni));
        return this;
    }

    public PacketBuilder geneve(String from, String to, int vni) {
        wrappers.add(new Wrapper.Geneve(from, to, vni));
        return this;
    }

    /** GTP-U version 1 with a sequence number and one extension header. */
    public PacketBuilder gtp(String from, String to, int teid) {
        wrappers.add(new Wrapper.Gtp(from, to, teid));
        return this;
    }

    /** Bytes behind the IP packet, as Ethernet pads short frames. */
    public PacketBuilder padding(int length) {
        padding = new byte[length];
        return this;
    }

    // Capture

    /** Captured with this snap length. */
    public PacketBuilder captured(int length) {
        capturedLength = length;
        return this;
    }

    int capturedLength() {
        return capturedLength;
    }

    /** Index of the interface, for pcapng. */
    public PacketBuilder on(int interfaceIndex) {
        interfaceId = interfaceIndex;
        return this;
    }

    int interfaceId() {
        return interfaceId;
    }

    /** Nanoseconds since 1970. */
    public PacketBuilder time(long nanos) {
        timeNanos = nanos;
        return this;
    }

    public long time() {
        return timeNanos;
    }

    /** Seen that much later, for another capture point. */
    public PacketBuilder laterMicros(long micros) {
        return time(timeNanos + micros * 1000);
    }

    // Bytes

    /** The whole frame, not sliced. */
    public byte[] toBytes(LinkType link) {
        if (whole != null) {
            return whole.clone();
        }
        Layered layered = new Layered(isV6() ? 0x86dd : 0x0800, ipBytes());
        for (int i = wrappers.size() - 1; i >= 0; i--) {
            layered = wrappers.get(i).wrap(layered);
        }
        byte[] frame = Framing.frame(link, layered, sourceMac, destinationMac);
        return Bytes.join(frame, padding);
    }

    /** From the IP header on, without what wraps it: to be quoted in an ICMP error. */
    public byte[] ipBytes() {
        byte[] transport = fragmentOffset > 0 ? payload : transport();
        return isV6() ? ipv6(transport) : ipv4(transport);
    }

    private byte[] transport() {
        return switch (protocol) {
        case TCP -> tcpSegment();
        case UDP -> new ByteWriter().u16(sourcePort).u16(destinationPort).u16(8 + payload.length).u16(0).bytes(payload).toBytes();
        default -> payload;
        };
    }

    private byte[] tcpSegment() {
        byte[] segment = new ByteWriter().u16(sourcePort).u16(destinationPort).u32(seq).u32(ack).u8(5 + options.length / 4 << 4).u8(flags)
                .u16(window).u16(0).u16(urgent).bytes(options).bytes(payload).toBytes();
        byte[] pseudo = pseudoHeader(sourceBytes(), destinationBytes(), TCP, segment.length);
        int good = InternetChecksum.of(Bytes.join(pseudo, segment));
        InternetChecksum.put(segment, 16, switch (checksum) {
        case GOOD -> good;
        case BAD -> good ^ 0x5a5a;
        case OFFLOADED -> InternetChecksum.sum(pseudo);
        });
        return segment;
    }

    private byte[] ipv4(byte[] transport) {
        int header = 20 + ipOptions.length;
        int fragment = (dontFragment ? 0x4000 : 0) | (moreFragments ? 0x2000 : 0) | fragmentOffset / 8;
        byte[] bytes = new ByteWriter().u8(0x40 | header / 4).u8(tos).u16(ipLengthZero ? 0 : header + transport.length).u16(ipId)
                .u16(fragment).u8(ttl).u8(protocol).u16(0).bytes(sourceBytes()).bytes(destinationBytes()).bytes(ipOptions).toBytes();
        InternetChecksum.put(bytes, 10, InternetChecksum.of(bytes));
        return Bytes.join(bytes, transport);
    }

    private byte[] ipv6(byte[] transport) {
        List<Extension> all = new ArrayList<>(extensions);
        if (moreFragments || fragmentOffset > 0) {
            all.add(new Extension(44, new ByteWriter().u16(fragmentOffset | (moreFragments ? 1 : 0)).u32(ipId).toBytes()));
        }
        int next = protocol;
        byte[] body = transport;
        for (int i = all.size() - 1; i >= 0; i--) {
            Extension extension = all.get(i);
            int unit = extension.header == 51 ? 4 : 8;
            ByteWriter padded = new ByteWriter().u16(0).bytes(extension.body).pad(unit);
            byte[] header = padded.toBytes();
            header[0] = (byte) next;
            header[1] = (byte) (extension.header == 44 ? 0 : extension.header == 51 ? header.length / 4 - 2 : header.length / 8 - 1);
            body = Bytes.join(header, body);
            next = extension.header;
        }
        return new ByteWriter().u32(0x60000000L | (long) tos << 20 | flowLabel).u16(ipLengthZero ? 0 : body.length).u8(next).u8(ttl)
                .bytes(sourceBytes()).bytes(destinationBytes()).bytes(body).toBytes();
    }

    private boolean isV6() {
        return source.indexOf(':') >= 0;
    }

    private byte[] sourceBytes() {
        return address(source);
    }

    private byte[] destinationBytes() {
        return address(destination);
    }

    private static byte[] pseudoHeader(byte[] from, byte[] to, int protocol, int length) {
        return new ByteWriter().bytes(from).bytes(to).u32(length).u32(protocol).toBytes();
    }

    static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + text, e);
        }
    }

    private static String host(String endpoint) {
        return endpoint.substring(0, endpoint.lastIndexOf(':')).replace("[", "").replace("]", "");
    }

    private static int port(String endpoint) {
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }

    private static String endpoint(String host, int port) {
        return host == null ? null : (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return from() + " > " + to() + " protocol " + protocol + " flags 0x" + Integer.toHexString(flags) + " seq "
                + Integer.toUnsignedString(seq) + " ack " + Integer.toUnsignedString(ack) + " len " + payload.length;
    }
}
