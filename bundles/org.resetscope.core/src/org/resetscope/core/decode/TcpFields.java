package org.resetscope.core.decode;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.decode.Dissection.Field;
import org.resetscope.core.decode.TcpPacket.Checksum;

/** The fields of a TCP header for people. */
final class TcpFields {

    private static final int HEADER = 20;
    private static final String[] FLAGS = { "FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR" };

    private TcpFields() {
    }

    /** @param decoded the segment as the decoder sees it, or null where it takes it for unusable */
    static Layer fill(Layer layer, TcpPacket decoded) {
        int flags = layer.u8(13);
        layer.number("Source port", 0, 2).number("Destination port", 2, 2).number("Sequence number", 4, 4)
                .number("Acknowledgment number", 8, 4).field("Header length", (layer.u8(12) >> 4) * 4 + " bytes", 12, 1)
                .field("Flags", flags(flags), 13, 1, flagFields(layer, flags)).number("Window", 14, 2)
                .field("Checksum", "0x" + layer.hex(16, 2, "") + (decoded == null ? "" : verdict(Checksums.verify(decoded))), 16, 2)
                .number("Urgent pointer", 18, 2);
        options(layer);
        String length = decoded == null ? ", unusable" : ", " + decoded.payloadLength + " bytes of payload";
        return layer.summary("port " + layer.u16(0) + " to " + layer.u16(2) + ", " + flags(flags) + length);
    }

    private static String verdict(Checksum checksum) {
        return switch (checksum) {
        case GOOD -> " (correct)";
        case BAD -> " (wrong)";
        case OFFLOADED -> " (left to the network card)";
        case UNKNOWN -> "";
        };
    }

    private static String flags(int flags) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < FLAGS.length; i++) {
            if ((flags >> i & 1) != 0) {
                names.add(FLAGS[i]);
            }
        }
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static List<Field> flagFields(Layer layer, int flags) {
        List<Field> fields = new ArrayList<>();
        int offset = layer.build().offset() + 13;
        for (int i = FLAGS.length - 1; i >= 0; i--) {
            fields.add(new Field(FLAGS[i], (flags >> i & 1) != 0 ? "set" : "not set", offset, 1, List.of()));
        }
        return fields;
    }

    private static void options(Layer layer) {
        int at = HEADER;
        while (layer.has(at, 1)) {
            int kind = layer.u8(at);
            int length = kind <= TcpOptions.NO_OPERATION ? 1 : layer.u8(at + 1);
            if (length < 1 || kind > TcpOptions.NO_OPERATION && length < 2 || !layer.has(at, length)) {
                int left = layer.length() - at;
                layer.field("Options", "malformed or cut off: " + layer.hex(at, left, " "), at, left);
                return;
            }
            layer.field("Option: " + optionName(kind), optionValue(layer, kind, at, length), at, length);
            if (kind == TcpOptions.END) {
                return;
            }
            at += length;
        }
    }

    private static String optionName(int kind) {
        return switch (kind) {
        case TcpOptions.END -> "end of list";
        case TcpOptions.NO_OPERATION -> "no-operation";
        case TcpOptions.MSS -> "maximum segment size";
        case TcpOptions.WINDOW_SCALE -> "window scale";
        case TcpOptions.SACK_PERMITTED -> "SACK permitted";
        case TcpOptions.SACK -> "SACK";
        case TcpOptions.TIMESTAMPS -> "timestamps";
        case 19 -> "MD5 signature";
        case 28 -> "user timeout";
        case 29 -> "authentication";
        case TcpOptions.MULTIPATH -> "multipath TCP";
        case 34 -> "fast open";
        default -> "kind " + kind;
        };
    }

    private static String optionValue(Layer layer, int kind, int at, int length) {
        switch (kind) {
        case TcpOptions.MSS:
            return Integer.toString(layer.u16(at + 2));
        case TcpOptions.WINDOW_SCALE:
            return "shift " + layer.u8(at + 2);
        case TcpOptions.TIMESTAMPS:
            return "value " + layer.u32(at + 2) + ", echo reply " + layer.u32(at + 6);
        case TcpOptions.SACK:
            List<String> blocks = new ArrayList<>();
            for (int block = at + 2; block + 8 <= at + length; block += 8) {
                blocks.add(layer.u32(block) + "-" + layer.u32(block + 4));
            }
            return String.join(" ", blocks);
        case TcpOptions.MULTIPATH:
            return "subtype " + (layer.u8(at + 2) >> 4);
        default:
            return layer.hex(at + 2, length - 2, " ");
        }
    }
}
