package org.resetscope.core.tests.build;

import java.nio.ByteOrder;

/**
 * Writes a pcapng file block by block (draft-ietf-opsawg-pcapng), for captures that {@link CaptureBuilder} cannot express: several
 * sections, interfaces of different link types, odd clocks, damaged blocks. The byte order may change with each section.
 */
public final class PcapngBuilder {

    private final ByteWriter out = new ByteWriter();
    private ByteOrder order;

    public PcapngBuilder(ByteOrder order) {
        this.order = order;
    }

    public PcapngBuilder order(ByteOrder value) {
        order = value;
        return this;
    }

    /** A section header of unknown length. */
    public PcapngBuilder section() {
        return block(0x0a0d0d0a, body().u32(0x1a2b3c4dL).u16(1).u16(0).u64(-1).toBytes());
    }

    /** An interface description. @param options from {@link #option}, already in this order */
    public PcapngBuilder device(int linkType, int snapLength, Option... options) {
        return block(1, body().u16(linkType).u16(0).u32(snapLength).bytes(options(options)).toBytes());
    }

    /** An enhanced packet. @param time in the interface's units */
    public PcapngBuilder enhanced(int device, long time, byte[] captured, int originalLength, Option... options) {
        return block(6, body().u32(device).u32(time >>> 32).u32(time).u32(captured.length).u32(originalLength).bytes(captured).pad(4)
                .bytes(options(options)).toBytes());
    }

    public PcapngBuilder simple(byte[] captured, int originalLength) {
        return block(3, body().u32(originalLength).bytes(captured).pad(4).toBytes());
    }

    /** The obsolete packet block. */
    public PcapngBuilder obsolete(int device, int drops, long time, byte[] captured, int originalLength) {
        return block(2, body().u16(device).u16(drops).u32(time >>> 32).u32(time).u32(captured.length).u32(originalLength).bytes(captured)
                .pad(4).toBytes());
    }

    public PcapngBuilder statistics(int device, Option... options) {
        return block(5, body().u32(device).u64(0).bytes(options(options)).toBytes());
    }

    /** Any block, its lengths right. @param body of a multiple of four bytes */
    public PcapngBuilder block(int type, byte... body) {
        int length = 12 + body.length;
        out.bytes(body().u32(type).u32(length).bytes(body).u32(length).toBytes());
        return this;
    }

    /** Anything at all. */
    public PcapngBuilder raw(byte... bytes) {
        out.bytes(bytes);
        return this;
    }

    public byte[] toBytes() {
        return out.toBytes();
    }

    /** A block's option; numbers are written in the section's byte order. */
    public record Option(int code, int size, long number, byte[] bytes) {

        public static Option of(int code, byte... bytes) {
            return new Option(code, bytes.length, 0, bytes);
        }

        public static Option u64(int code, long number) {
            return new Option(code, 8, number, null);
        }
    }

    /** if_tsresol: 6 for microseconds, 9 for nanoseconds, 0x80 | n for 2^-n seconds. */
    public static Option timeResolution(int value) {
        return Option.of(9, (byte) value);
    }

    private byte[] options(Option... options) {
        if (options.length == 0) {
            return new byte[0];
        }
        ByteWriter list = body();
        for (Option option : options) {
            list.u16(option.code).u16(option.size);
            if (option.bytes == null) {
                list.u64(option.number);
            } else {
                list.bytes(option.bytes).pad(4);
            }
        }
        return list.u32(0).toBytes();
    }

    private ByteWriter body() {
        return new ByteWriter(order);
    }
}
