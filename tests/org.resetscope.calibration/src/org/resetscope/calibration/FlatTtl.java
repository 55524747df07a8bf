package org.resetscope.calibration;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.Dissection;
import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.reading.Captures;

/**
 * Copies a capture with every TTL and hop limit made the same, so that nothing can be learned from them: a lab has few paths, and forgers
 * can copy a TTL.
 */
final class FlatTtl {

    private static final int TTL = 57;
    private static final int NANOSECOND_PCAP = 0xa1b23c4d;
    private static final long NANOS = 1_000_000_000;
    private static final int LARGEST_PACKET = 262_144;

    private FlatTtl() {
    }

    /** Writes a pcap file of nanoseconds; frames keep their numbers. */
    static void copy(Path capture, Path to, List<CaptureFormat> formats) throws IOException {
        try (CaptureInput input = Captures.open(capture.toString(), null); PacketSource packets = Captures.read(input, formats);
                OutputStream out = Files.newOutputStream(to)) {
            PacketView view = new PacketView();
            for (int link = -1; packets.next(view);) {
                if (link < 0) {
                    link = view.linkType();
                    out.write(ByteBuffer.allocate(24).putInt(NANOSECOND_PCAP).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0)
                            .putInt(LARGEST_PACKET).putInt(link).array());
                }
                CapturedPacket packet = CapturedPacket.copy(view);
                if (packet.linkType() != link) {
                    throw new IOException(capture + " has several link types, which pcap cannot hold");
                }
                for (Dissection.Field layer : Dissection.of(packet).layers()) {
                    layer.fields().stream().filter(f -> f.name().equals("Time to live") || f.name().equals("Hop limit"))
                            .forEach(f -> packet.bytes()[f.offset()] = TTL);
                }
                out.write(ByteBuffer.allocate(16).putInt((int) (packet.timeNanos() / NANOS)).putInt((int) (packet.timeNanos() % NANOS))
                        .putInt(packet.bytes().length).putInt(packet.originalLength()).array());
                out.write(packet.bytes());
            }
        }
    }
}
