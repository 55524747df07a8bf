package org.resetscope.core.decode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.Dissection.Field;

/** Walks a packet as {@link PacketDecoder} does, with the same steps, and writes down each one. */
final class Dissector {

    private static final int MAXIMUM_TUNNELS = 8;

    private final int linkType;
    private final ByteBuffer packet;
    private final Walk walk = new Walk();
    private final TcpPacket tcp = new TcpPacket();
    private final List<Field> layers = new ArrayList<>();

    Dissector(CapturedPacket captured) {
        linkType = captured.linkType();
        packet = ByteBuffer.wrap(captured.bytes());
        PacketView view = new PacketView();
        view.wrap(captured.frame(), captured.timeNanos(), captured.fractionDigits(), linkType, 0, packet, 0, captured.bytes().length,
                Math.max(captured.originalLength(), captured.bytes().length), 0);
        walk.start(view);
    }

    Dissection dissect() {
        int type = link();
        int protocol = IpHeaders.NONE;
        while (type >= 0 && walk.tunnels <= MAXIMUM_TUNNELS) {
            type = tags(type);
            protocol = internet(type);
            if (protocol < 0 || protocol == IpHeaders.TCP || protocol == IpHeaders.ICMP || protocol == IpHeaders.ICMPV6) {
                break;
            }
            type = tunnel(protocol);
        }
        switch (protocol) {
        case IpHeaders.TCP -> segment();
        case IpHeaders.ICMP, IpHeaders.ICMPV6 -> icmp(protocol == IpHeaders.ICMPV6);
        default -> {
            // what is left is shown as data
        }
        }
        rest();
        return new Dissection(layers);
    }

    private int link() {
        int start = walk.at;
        int type = LinkLayers.skip(walk, linkType);
        Layer layer = layer(LinkNames.of(linkType), start, walk.at);
        switch (linkType) {
        case LinkLayers.ETHERNET -> ethernet(layer);
        case LinkLayers.LINUX_SLL -> layer.field("Packet type", LinkNames.direction(layer.u16(0)), 0, 2).mac("Source", 6)
                .field("Protocol", protocolName(layer.u16(14)), 14, 2);
        case LinkLayers.LINUX_SLL2 -> layer.field("Protocol", protocolName(layer.u16(0)), 0, 2).number("Interface index", 4, 4)
                .field("Packet type", LinkNames.direction(layer.u8(10)), 10, 1).mac("Source", 12);
        default -> {
            // the name says it all
        }
        }
        addUnlessEmpty(layer);
        return type;
    }

    private static void ethernet(Layer layer) {
        layer.mac("Destination", 0).mac("Source", 6).field("Type", protocolName(layer.u16(12)), 12, 2)
                .summary(layer.hex(6, 6, ":") + " to " + layer.hex(0, 6, ":"));
    }

    private int tags(int etherType) {
        int type = etherType;
        while (type >= 0 && type != EtherType.IPV4 && type != EtherType.IPV6) {
            int start = walk.at;
            int next = Tags.one(walk, type);
            if (walk.at == start) {
                return EtherType.OTHER;
            }
            Layer layer = layer(protocolName(type), start, walk.at);
            switch (type) {
            case EtherType.VLAN, EtherType.SERVICE_VLAN, EtherType.OLD_SERVICE_VLAN -> layer.field("Priority", layer.u16(0) >> 13, 0, 2)
                    .field("Identifier", layer.u16(0) & 0xfff, 0, 2).field("Type", protocolName(layer.u16(2)), 2, 2)
                    .summary("ID " + (layer.u16(0) & 0xfff));
            case EtherType.MPLS, EtherType.MPLS_MULTICAST -> labels(layer);
            case EtherType.PPPOE_SESSION -> layer.field("Session", layer.u16(2), 2, 2);
            case EtherType.BRIDGED_ETHERNET -> ethernet(layer);
            default -> {
                // no fields
            }
            }
            addUnlessEmpty(layer);
            type = next;
        }
        return type;
    }

    private static void labels(Layer layer) {
        for (int at = 0; layer.has(at, 4); at += 4) {
            long entry = layer.u32(at);
            layer.field("Label", (entry >>> 12) + ", TTL " + (entry & 0xff), at, 4);
            if ((entry & 0x100) != 0) {
                return;
            }
        }
    }

    private int internet(int type) {
        int start = walk.at;
        boolean v4 = type == EtherType.IPV4;
        if (!v4 && type != EtherType.IPV6) {
            return IpHeaders.NONE;
        }
        int protocol = v4 ? IpHeaders.ipv4(walk, tcp) : IpHeaders.ipv6(walk, tcp);
        int header = v4 ? start + Math.max(20, (byteAt(start) & 0xf) * 4) : start + 40;
        IpFields.add(layers, layer(v4 ? "IPv4" : "IPv6", start, header), v4);
        if (walk.at > header) {
            addUnlessEmpty(layer("Extension headers", header, walk.at));
        }
        // also past a header that does not decode: its bytes are shown already
        walk.at = Math.max(walk.at, header);
        return protocol;
    }

    private int tunnel(int protocol) {
        int start = walk.at;
        int port = protocol == IpHeaders.UDP && walk.has(4) ? walk.u16(2) : 0;
        int type = Tunnels.enter(walk, protocol);
        walk.tunnels++;
        if (protocol == IpHeaders.UDP) {
            Layer udp = layer("UDP", start, start + 8);
            udp.number("Source port", 0, 2).number("Destination port", 2, 2).number("Length", 4, 2)
                    .field("Checksum", "0x" + udp.hex(6, 2, ""), 6, 2).summary("port " + udp.u16(0) + " to " + udp.u16(2));
            addUnlessEmpty(udp);
            start += 8;
        }
        String name = switch (port) {
        case Tunnels.VXLAN_PORT, Tunnels.OLD_VXLAN_PORT -> "VXLAN";
        case Tunnels.GENEVE_PORT -> "GENEVE";
        case Tunnels.GTP_PORT -> "GTP-U";
        default -> protocol == IpHeaders.GRE ? "GRE" : "Tunnel";
        };
        addUnlessEmpty(layer(name, start, walk.at));
        return type;
    }

    private void segment() {
        int start = walk.at;
        int header = walk.has(13) ? start + Math.max(20, (walk.u8(12) >> 4) * 4) : walk.end;
        boolean usable = TcpHeader.decode(walk, tcp);
        addUnlessEmpty(TcpFields.fill(layer("TCP", start, header), usable ? tcp : null));
        walk.at = header;
    }

    private void icmp(boolean v6) {
        Layer layer = layer(v6 ? "ICMPv6" : "ICMP", walk.at, walk.at + 8);
        layer.number("Type", 0, 1).number("Code", 1, 1).field("Checksum", "0x" + layer.hex(2, 2, ""), 2, 2)
                .summary("type " + layer.u8(0) + ", code " + layer.u8(1));
        addUnlessEmpty(layer);
        int quoted = walk.at + 8;
        if (IcmpErrors.decode(walk, tcp, v6)) {
            walk.at = quoted;
            internet(v6 ? EtherType.IPV6 : EtherType.IPV4);
            segment();
        } else {
            walk.at = quoted;
        }
    }

    /** Payload and padding. */
    private void rest() {
        int from = Math.min(Math.max(walk.at, 0), walk.end);
        int to = Math.max(from, Math.min(walk.wireEnd, walk.end));
        addUnlessEmpty(layer(layers.isEmpty() ? "Not understood" : "Data", from, to).summary((to - from) + " bytes"));
        addUnlessEmpty(layer("Padding", to, walk.end).summary((walk.end - to) + " bytes"));
    }

    private Layer layer(String name, int start, int end) {
        return new Layer(packet, name, start, end);
    }

    private void addUnlessEmpty(Layer layer) {
        if (layer.length() > 0) {
            layers.add(layer.build());
        }
    }

    private int byteAt(int index) {
        return index < packet.limit() ? packet.get(index) : 0;
    }

    static String protocolName(int etherType) {
        return switch (etherType) {
        case EtherType.IPV4 -> "IPv4";
        case EtherType.IPV6 -> "IPv6";
        case EtherType.VLAN -> "802.1Q VLAN";
        case EtherType.SERVICE_VLAN, EtherType.OLD_SERVICE_VLAN -> "802.1ad VLAN";
        case EtherType.MPLS, EtherType.MPLS_MULTICAST -> "MPLS";
        case EtherType.PPPOE_SESSION -> "PPPoE";
        case EtherType.BRIDGED_ETHERNET -> "Ethernet";
        case 0x0806 -> "ARP";
        default -> String.format("0x%04x", etherType);
        };
    }
}
