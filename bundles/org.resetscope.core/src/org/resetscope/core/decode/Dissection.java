package org.resetscope.core.decode;

import java.util.List;

import org.resetscope.core.reading.CapturedPacket;

/**
 * A packet taken apart for people: its layers from the outside in, each with its fields.
 *
 * @param layers never empty for a packet that has bytes; the last one holds what is not understood or the payload
 */
public record Dissection(List<Field> layers) {

    /**
     * A layer, a field or a part of a field.
     *
     * @param name as Wireshark names it, in words: "Time to live"
     * @param value for people: "253", "0x02 SYN"; empty where the fields below say it all
     * @param offset of its first byte within the packet
     * @param length in bytes; 0 where it stands for something that is not in the packet
     * @param fields its parts; empty for most
     */
    public record Field(String name, String value, int offset, int length, List<Field> fields) {

        public Field {
            fields = List.copyOf(fields);
        }
    }

    public Dissection {
        layers = List.copyOf(layers);
    }

    /** Whatever the bytes are, this succeeds: what is cut off or not understood is shown as such. */
    public static Dissection of(CapturedPacket packet) {
        return new Dissector(packet).dissect();
    }
}
