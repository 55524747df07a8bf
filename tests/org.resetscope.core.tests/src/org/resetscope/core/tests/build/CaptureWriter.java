package org.resetscope.core.tests.build;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes packets in the file formats, straight from their specifications. */
final class CaptureWriter {

    private static final long NANOS = 1_000_000_000L;

    private CaptureWriter() {
    }

    static byte[] write(CaptureBuilder.Format format, LinkType link, int snapLength, List<PacketBuilder> packets) {
        return switch (format) {
        case PCAP -> pcap(0xa1b2c3d4L, ByteOrder.LITTLE_ENDIAN, 1000, link, snapLength, packets);
        case PCAP_BIG_ENDIAN -> pcap(0xa1b2c3d4L, ByteOrder.BIG_ENDIAN, 1000, link, snapLength, packets);
        case PCAP_NANO -> pcap(0xa1b23c4dL, ByteOrder.LITTLE_ENDIAN, 1, link, snapLength, packets);
        case PCAP_NANO_BIG_ENDIAN -> pcap(0xa1b23c4dL, ByteOrder.BIG_ENDIAN, 1, link, snapLength, packets);
        case PCAP_MODIFIED -> pcap(0xa1b2cd34L, ByteOrder.LITTLE_ENDIAN, 1000, link, snapLength, packets);
        case PCAPNG -> pcapng(ByteOrder.LITTLE_ENDIAN, link, snapLength, packets);
        case PCAPNG_BIG_ENDIAN -> pcapng(ByteOrder.BIG_ENDIAN, link, snapLength, packets);
        case SNOOP -> snoop(link, snapLength, packets);
        };
    }

    private static byte[] pcap(long magic, ByteOrder order, int nanosPerUnit, LinkType link, int snapLength, List<PacketBuilder> packets) {
        ByteWriter out = new ByteWriter(order);
        out.u32(magic).u16(2).u16(4).u32(0).u32(0).u32(snapLength).u32(link.value());
        for (PacketBuilder packet : packets) {
            byte[] frame = packet.toBytes(link);
            byte[] captured = slice(packet, frame, snapLength);
            out.u32(packet.time() / NANOS).u32(packet.time() % NANOS / nanosPerUnit).u32(captured.length).u32(frame.length);
            if (magic == 0xa1b2cd34L) {
                out.u32(1).u16(8).u8(0).u8(0);
            }
            out.bytes(captured);
        }
        return out.toBytes();
    }

    private static byte[] pcapng(ByteOrder order, LinkType link, int snapLength, List<PacketBuilder> packets) {
        int interfaces = 1 + packets.stream().mapToInt(PacketBuilder::interfaceId).max().orElse(0);
        PcapngBuilder out = new PcapngBuilder(order).section();
        for (int i = 0; i < interfaces; i++) {
            out.device(link.value(), snapLength, PcapngBuilder.timeResolution(9));
        }
        for (PacketBuilder packet : packets) {
            byte[] frame = packet.toBytes(link);
            out.enhanced(packet.interfaceId(), packet.time(), slice(packet, frame, snapLength), frame.length);
        }
        return out.toBytes();
    }

    private static byte[] snoop(LinkType link, int snapLength, List<PacketBuilder> packets) {
        if (link != LinkType.ETHERNET) {
            throw new IllegalArgumentException("this builder writes snoop files of Ethernet only");
        }
        ByteWriter out = new ByteWriter();
        out.bytes("snoop\0\0\0".getBytes(StandardCharsets.US_ASCII)).u32(2).u32(4);
        for (PacketBuilder packet : packets) {
            byte[] frame = packet.toBytes(link);
            byte[] captured = slice(packet, frame, snapLength);
            int padded = captured.length + 3 & ~3;
            out.u32(frame.length).u32(captured.length).u32(24 + padded).u32(0).u32(packet.time() / NANOS)
                    .u32(packet.time() % NANOS / 1000).bytes(captured).zeros(padded - captured.length);
        }
        return out.toBytes();
    }

    private static byte[] slice(PacketBuilder packet, byte[] frame, int snapLength) {
        return Arrays.copyOf(frame, Math.min(frame.length, Math.min(snapLength, packet.capturedLength())));
    }
}
