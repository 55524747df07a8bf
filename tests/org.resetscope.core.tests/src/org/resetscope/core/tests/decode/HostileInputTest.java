package org.resetscope.core.tests.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.Checksums;
import org.resetscope.core.decode.Dissection;
import org.resetscope.core.decode.Dissection.Field;
import org.resetscope.core.decode.PacketDecoder;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.tests.build.LinkType;
import org.resetscope.core.tests.build.PacketBuilder;
import org.resetscope.core.tests.build.TcpOption;

/** Packets come from strangers: no bytes whatever may make decoding throw, read beyond the packet, or take long. */
@Timeout(120)
class HostileInputTest {

    private static final int ROUNDS = 8_000;
    private static final List<UnaryOperator<PacketBuilder>> WRAPPINGS = List.of(p -> p, p -> p.vlan(1).vlan(2), p -> p.mpls(1).mpls(2),
            PacketBuilder::pppoe, p -> p.gre("192.0.2.1", "192.0.2.2"), p -> p.greEthernet("192.0.2.1", "192.0.2.2"),
            p -> p.vxlan("192.0.2.1", "192.0.2.2", 1), p -> p.geneve("2001:db8::1", "2001:db8::2", 1),
            p -> p.gtp("192.0.2.1", "192.0.2.2", 1), p -> p.ipInIp("192.0.2.1", "192.0.2.2"));

    private final PacketDecoder decoder = new PacketDecoder();
    private final PacketView view = new PacketView();
    private final TcpPacket tcp = new TcpPacket();

    /** In a buffer that ends with the packet, so that any read beyond it throws. */
    private PacketDecoder.Kind decode(byte[] bytes, int length, int linkType, int originalLength) {
        view.wrap(1, 0, 6, linkType, 0, ByteBuffer.wrap(bytes, 0, length).slice(), 0, length, originalLength, 0);
        PacketDecoder.Kind kind = decoder.decode(view, tcp);
        assertNotNull(kind);
        if (kind == PacketDecoder.Kind.TCP) {
            assertTrue(tcp.payloadLength >= 0 && tcp.payloadCaptured >= 0 && tcp.payloadCaptured <= tcp.payloadLength);
            assertTrue(tcp.payloadCaptured == 0 || tcp.payloadOffset + tcp.payloadCaptured <= length);
            assertTrue(tcp.optionsLength >= 0 && tcp.optionsLength <= 40);
            assertTrue(tcp.optionsLength == 0 || tcp.optionsOffset + tcp.optionsLength <= length);
            assertNotNull(Checksums.verify(tcp));
        }
        Dissection dissection = Dissection.of(new CapturedPacket(1, 0, 6, linkType, originalLength, Arrays.copyOf(bytes, length)));
        for (Field layer : dissection.layers()) {
            assertTrue(layer.offset() >= 0 && layer.length() >= 0 && layer.offset() + layer.length() <= length);
        }
        return kind;
    }

    private static List<byte[]> valid(LinkType link) {
        List<byte[]> frames = new ArrayList<>();
        for (UnaryOperator<PacketBuilder> wrapping : WRAPPINGS) {
            PacketBuilder four = PacketBuilder.tcp("10.0.0.1:1", "10.0.0.2:2").ipOptions(7, 7, 4).payload(20)
                    .options(TcpOption.mss(1460), TcpOption.windowScale(7), TcpOption.sack(1, 2));
            PacketBuilder six = PacketBuilder.tcp("[2001:db8::1]:1", "[2001:db8::2]:2").payload(20).extension(0, (byte) 1, (byte) 4)
                    .extension(43, (byte) 0, (byte) 0).fragment(0, true).options(TcpOption.timestamps(1, 2));
            frames.add(wrapping.apply(four).toBytes(link));
            frames.add(wrapping.apply(six).toBytes(link));
        }
        frames.add(PacketBuilder.icmpError("192.0.2.1", "10.0.0.1", 3, 1, PacketBuilder.tcp("10.0.0.1:1", "10.0.0.2:2").ipBytes())
                .toBytes(link));
        return frames;
    }

    @ParameterizedTest
    @EnumSource(LinkType.class)
    void randomBytes(LinkType link) {
        Random random = new Random(link.value());
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            decode(bytes, bytes.length, link.value(), bytes.length);
        }
    }

    @ParameterizedTest
    @EnumSource(LinkType.class)
    void everyTruncation(LinkType link) {
        for (byte[] frame : valid(link)) {
            for (int length = 0; length <= frame.length; length++) {
                decode(frame, length, link.value(), frame.length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LinkType.class)
    void bitFlips(LinkType link) {
        Random random = new Random(link.value());
        List<byte[]> frames = valid(link);
        int[] lengths = { 0, 1, 60, 1500, 1 << 29, Integer.MAX_VALUE };
        for (int i = 0; i < ROUNDS; i++) {
            byte[] frame = frames.get(i % frames.size()).clone();
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
            }
            int captured = random.nextBoolean() ? frame.length : random.nextInt(frame.length + 1);
            decode(frame, captured, link.value(), Math.max(captured, lengths[random.nextInt(lengths.length)]));
        }
    }

    @Test
    void decodingAllocatesNothing() {
        Assumptions.assumeTrue(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<PacketView> views = new ArrayList<>();
        for (byte[] frame : valid(LinkType.ETHERNET)) {
            PacketView each = new PacketView();
            each.wrap(1, 0, 6, 1, 0, ByteBuffer.wrap(frame), 0, frame.length, frame.length, 0);
            views.add(each);
        }
        long allocated = 0;
        int found = 0;
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < ROUNDS; i++) {
                for (int j = 0; j < views.size(); j++) {
                    found += decoder.decode(views.get(j), tcp) == PacketDecoder.Kind.TCP ? 1 : 0;
                }
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(3 * ROUNDS * 2 * WRAPPINGS.size(), found);
        assertTrue(allocated < ROUNDS, allocated + " bytes for " + ROUNDS * views.size() + " packets");
    }
}
