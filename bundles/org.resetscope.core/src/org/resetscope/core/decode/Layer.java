package org.resetscope.core.decode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.resetscope.core.decode.Dissection.Field;

/** Collects the fields of one layer; a field that was cut off by the snap length is left out. */
final class Layer {

    private final ByteBuffer packet;
    private final String name;
    private final int start;
    private final int end;
    private final List<Field> fields = new ArrayList<>();
    private String value = "";

    /** @param end behind the layer's last byte, clamped to what was captured */
    Layer(ByteBuffer packet, String name, int start, int end) {
        this.packet = packet;
        this.name = name;
        this.start = Math.min(start, packet.limit());
        this.end = Math.max(this.start, Math.min(end, packet.limit()));
    }

    boolean has(int offset, int length) {
        return offset >= 0 && length <= end - start - offset;
    }

    int u8(int offset) {
        return has(offset, 1) ? packet.get(start + offset) & 0xff : 0;
    }

    int u16(int offset) {
        return has(offset, 2) ? packet.getShort(start + offset) & 0xffff : 0;
    }

    long u32(int offset) {
        return has(offset, 4) ? packet.getInt(start + offset) & 0xffff_ffffL : 0;
    }

    int length() {
        return end - start;
    }

    Layer field(String fieldName, Object fieldValue, int offset, int length) {
        return field(fieldName, fieldValue, offset, length, List.of());
    }

    /** @param offset within the layer */
    Layer field(String fieldName, Object fieldValue, int offset, int length, List<Field> parts) {
        if (has(offset, length)) {
            fields.add(new Field(fieldName, String.valueOf(fieldValue), start + offset, length, parts));
        }
        return this;
    }

    Layer number(String fieldName, int offset, int length) {
        return field(fieldName, length == 1 ? u8(offset) : length == 2 ? u16(offset) : u32(offset), offset, length);
    }

    Layer mac(String fieldName, int offset) {
        return field(fieldName, hex(offset, 6, ":"), offset, 6);
    }

    Layer address(String fieldName, int offset, int length) {
        return has(offset, length) ? field(fieldName, address(offset, length), offset, length) : this;
    }

    String address(int offset, int length) {
        if (length == 4) {
            return u8(offset) + "." + u8(offset + 1) + "." + u8(offset + 2) + "." + u8(offset + 3);
        }
        return has(offset, length) ? Addresses.ipv6(packet.getLong(start + offset), packet.getLong(start + offset + 8)) : "";
    }

    String hex(int offset, int length, String delimiter) {
        int count = Math.max(0, Math.min(length, end - start - offset));
        byte[] bytes = new byte[count];
        packet.get(start + Math.min(offset, end - start), bytes);
        return HexFormat.ofDelimiter(delimiter).formatHex(bytes);
    }

    /** The layer's own summary. */
    Layer summary(String text) {
        value = text;
        return this;
    }

    Field build() {
        return new Field(name, value, start, end - start, fields);
    }
}
