package org.resetscope.core.tests.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Builds a capture file for a test, packet by packet; deterministic, so that a test can name frame numbers.
 *
 * <pre>
 * Path file = CaptureBuilder.pcap()
 *     .flow("10.0.0.1:40000", "10.0.0.2:80").handshake().client("GET /").server(1460).clientRst().end()
 *     .write(directory, "unread.pcap");
 * </pre>
 *
 * The capture starts at {@link #START_NANOS}. Several flows interleave by calling them in turns: keep each {@link FlowBuilder} in a
 * variable. The same traffic seen at another point: {@link #map}.
 */
public final class CaptureBuilder {

    /** 2026-01-01T00:00:00Z, in nanoseconds since 1970. */
    public static final long START_NANOS = 1_767_225_600L * 1_000_000_000L;
    /** Time between two packets where the test does not say. */
    public static final long STEP_NANOS = 1_000_000;

    /** File formats, each with its byte order and time resolution. */
    public enum Format {
        PCAP, PCAP_BIG_ENDIAN, PCAP_NANO, PCAP_NANO_BIG_ENDIAN, PCAP_MODIFIED, PCAPNG, PCAPNG_BIG_ENDIAN, SNOOP
    }

    private final List<PacketBuilder> packets = new ArrayList<>();
    private Format format;
    private LinkType linkType = LinkType.ETHERNET;
    private int snapLength = 262_144;
    private long now = START_NANOS - STEP_NANOS;
    private long next = START_NANOS;

    private CaptureBuilder(Format format) {
        this.format = format;
    }

    /** Little-endian pcap with microseconds, of Ethernet. */
    public static CaptureBuilder pcap() {
        return new CaptureBuilder(Format.PCAP);
    }

    /** Little-endian pcapng with nanoseconds. */
    public static CaptureBuilder pcapng() {
        return new CaptureBuilder(Format.PCAPNG);
    }

    public static CaptureBuilder of(Format format) {
        return new CaptureBuilder(format);
    }

    public CaptureBuilder format(Format value) {
        format = value;
        return this;
    }

    public CaptureBuilder linkType(LinkType value) {
        linkType = value;
        return this;
    }

    /** Packets longer than that are sliced. */
    public CaptureBuilder snapLength(int bytes) {
        snapLength = bytes;
        return this;
    }

    /** A TCP connection between "address:port" and "address:port"; IPv6 as "[2001:db8::1]:80". */
    public FlowBuilder flow(String client, String server) {
        return new FlowBuilder(this, client, server);
    }

    /** Adds a packet at the next point in time. */
    public CaptureBuilder packet(PacketBuilder packet) {
        packets.add(packet.time(next));
        now = next;
        next = now + STEP_NANOS;
        return this;
    }

    /** The next packet comes that long after the previous one. */
    public CaptureBuilder afterMillis(long millis) {
        return gap(millis * 1_000_000);
    }

    /** The next packet comes at that many seconds after the start of the capture; it may lie in the past. */
    public CaptureBuilder at(String seconds) {
        next = START_NANOS + new BigDecimal(seconds).movePointRight(9).longValueExact();
        return this;
    }

    CaptureBuilder gap(long nanos) {
        next = now + nanos;
        return this;
    }

    long now() {
        return now;
    }

    long nextTime() {
        return next;
    }

    /** The packets, frame 1 first. Changing one changes the capture. */
    public List<PacketBuilder> packets() {
        return packets;
    }

    /**
     * The same traffic as seen elsewhere: each packet is copied and changed; null leaves it out. Packets are sorted by their new time.
     * {@code map(p -> p.hops(2).laterMicros(300))}
     */
    public CaptureBuilder map(UnaryOperator<PacketBuilder> change) {
        CaptureBuilder other = new CaptureBuilder(format).linkType(linkType).snapLength(snapLength);
        for (PacketBuilder packet : packets) {
            PacketBuilder changed = change.apply(packet.copy());
            if (changed != null) {
                other.packets.add(changed);
            }
        }
        other.packets.sort(Comparator.comparingLong(PacketBuilder::time));
        return other;
    }

    /** The whole file. */
    public byte[] toBytes() {
        return CaptureWriter.write(format, linkType, snapLength, packets);
    }

    /** @return the file written, {@code directory/name} */
    public Path write(Path directory, String name) {
        try {
            return Files.write(directory.resolve(name), toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
