package org.resetscope.core.decode;

import java.util.List;

import org.resetscope.core.decode.Dissection.Field;

/** The fields of an IP header for people. */
final class IpFields {

    private IpFields() {
    }

    static void add(List<Field> layers, Layer layer, boolean v4) {
        if (layer.length() == 0) {
            return;
        }
        if (v4) {
            ipv4(layer);
        } else {
            ipv6(layer);
        }
        layers.add(layer.build());
    }

    private static void ipv4(Layer layer) {
        int fragment = layer.u16(6);
        layer.field("Version", layer.u8(0) >> 4, 0, 1).field("Header length", (layer.u8(0) & 0xf) * 4 + " bytes", 0, 1)
                .field("Differentiated services", "0x" + layer.hex(1, 1, ""), 1, 1)
                .field("Total length", layer.u16(2) == 0 ? "0 (segmentation offload)" : layer.u16(2), 2, 2)
                .field("Identification", String.format("0x%04x (%d)", layer.u16(4), layer.u16(4)), 4, 2)
                .field("Flags", ((fragment & 0x4000) != 0 ? "don't fragment" : "may be fragmented")
                        + ((fragment & 0x2000) != 0 ? ", more fragments" : ""), 6, 1)
                .field("Fragment offset", (fragment & 0x1fff) * 8, 6, 2).number("Time to live", 8, 1)
                .field("Protocol", protocol(layer.u8(9)), 9, 1).field("Header checksum", "0x" + layer.hex(10, 2, ""), 10, 2)
                .address("Source", 12, 4).address("Destination", 16, 4);
        if (layer.length() > 20) {
            layer.field("Options", layer.hex(20, layer.length() - 20, " "), 20, layer.length() - 20);
        }
        layer.summary(layer.address(12, 4) + " to " + layer.address(16, 4));
    }

    private static void ipv6(Layer layer) {
        long start = layer.u32(0);
        layer.field("Version", start >>> 28, 0, 1).field("Traffic class", String.format("0x%02x", start >>> 20 & 0xff), 0, 2)
                .field("Flow label", String.format("0x%05x", start & 0xfffff), 1, 3).number("Payload length", 4, 2)
                .field("Next header", protocol(layer.u8(6)), 6, 1).number("Hop limit", 7, 1).address("Source", 8, 16)
                .address("Destination", 24, 16).summary(layer.address(8, 16) + " to " + layer.address(24, 16));
    }

    private static String protocol(int number) {
        String name = switch (number) {
        case 0 -> "hop-by-hop options";
        case IpHeaders.ICMP -> "ICMP";
        case IpHeaders.IP_IN_IP -> "IPv4";
        case IpHeaders.TCP -> "TCP";
        case IpHeaders.UDP -> "UDP";
        case IpHeaders.IPV6_IN_IP -> "IPv6";
        case 43 -> "routing";
        case 44 -> "fragment";
        case IpHeaders.GRE -> "GRE";
        case 50 -> "ESP";
        case 51 -> "AH";
        case IpHeaders.ICMPV6 -> "ICMPv6";
        case 60 -> "destination options";
        default -> "";
        };
        return name.isEmpty() ? Integer.toString(number) : name + " (" + number + ")";
    }
}
