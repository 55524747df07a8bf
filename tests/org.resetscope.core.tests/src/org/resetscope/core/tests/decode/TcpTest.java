package org.resetscope.core.tests.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.resetscope.core.decode.Checksums;
import org.resetscope.core.decode.PacketDecoder.Kind;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.tests.build.LinkType;
import org.resetscope.core.tests.build.PacketBuilder;
import org.resetscope.core.tests.build.PacketBuilder.Checksum;
import org.resetscope.core.tests.build.TcpOption;

class TcpTest {

    private static final int TCP_AT = 14 + 20;

    private static PacketBuilder packet() {
        return PacketBuilder.tcp("10.0.0.1:40000", "10.0.0.2:80");
    }

    @Test
    void fieldsOfTheHeader() {
        TcpPacket tcp = Decoded.of(packet().seq(0xdeadbeefL).ack(0xcafebabeL).flags("SFRPAUEC").window(0xfff0).payload(3)).tcp();

        assertEquals(40_000, tcp.sourcePort);
        assertEquals(80, tcp.destinationPort);
        assertEquals(0xdeadbeef, tcp.seq);
        assertEquals(0xcafebabe, tcp.ack);
        assertEquals(0xff, tcp.flags);
        assertEquals(0xfff0, tcp.window);
        assertEquals(3, tcp.payloadLength);
        assertEquals(5, tcp.sequenceLength());
        assertEquals(TcpPacket.Checksum.UNKNOWN, tcp.checksum);
    }

    @Test
    void optionsOfASyn() {
        TcpPacket tcp = Decoded.of(packet().flags("S").options(TcpOption.mss(8960), TcpOption.sackPermitted(),
                TcpOption.timestampsOnSyn(-5, 7), TcpOption.windowScale(14), TcpOption.mptcp(0, (byte) 1))).tcp();

        assertEquals(8960, tcp.mss);
        assertTrue(tcp.sackPermitted);
        assertTrue(tcp.timestamps);
        assertEquals(-5, tcp.tsVal);
        assertEquals(7, tcp.tsEcr);
        assertEquals(14, tcp.windowScale);
        assertEquals(0, tcp.mptcpSubtype);
        assertTrue(tcp.optionsComplete);
    }

    @Test
    void optionsBehindAlignedTimestamps() {
        TcpPacket tcp = Decoded.of(packet().options(TcpOption.timestamps(1, 2), TcpOption.sack(1, 2, 3, 4))).tcp();

        assertEquals(1, tcp.tsVal);
        assertEquals(2, tcp.tsEcr);
        assertEquals(2, tcp.sackBlocks);
        assertEquals(-1, tcp.mss);
        assertEquals(-1, tcp.windowScale);
        assertEquals(-1, tcp.mptcpSubtype);
    }

    @Test
    void aFastCloseIsSeen() {
        assertEquals(7, Decoded.of(packet().options(TcpOption.mptcp(7, new byte[9]))).tcp().mptcpSubtype);
        assertEquals(8, Decoded.of(packet().flags("R").options(TcpOption.mptcp(8, (byte) 1))).tcp().mptcpSubtype);
    }

    @Test
    void anOptionThatCannotBeEndsTheList() {
        for (byte[] broken : new byte[][] { { 5, 0, 2, 4 }, { 5, 1, 2, 4 }, { 5, 40, 2, 4 } }) {
            TcpPacket tcp = Decoded.of(packet().options(TcpOption.windowScale(3), broken, TcpOption.mss(1460))).tcp();
            assertEquals(3, tcp.windowScale);
            assertEquals(-1, tcp.mss);
        }
        assertEquals(-1, Decoded.of(packet().options(TcpOption.endOfList(), TcpOption.mss(1460))).tcp().mss);
        assertEquals(-1, Decoded.of(packet().options(TcpOption.any(2, (byte) 1))).tcp().mss);
    }

    @Test
    void fourteenBytesOfHeaderAreEnough() {
        PacketBuilder packet = packet().seq(1).ack(2).flags("RA").window(500).options(TcpOption.timestamps(1, 2)).payload(9);

        assertEquals(Kind.TCP_UNUSABLE, Decoded.sliced(packet, TCP_AT + 13).kind());
        Decoded least = Decoded.sliced(packet, TCP_AT + 14);
        assertEquals(Kind.TCP, least.kind());
        assertTrue(least.tcp().has(TcpPacket.RST));
        assertEquals(2, least.tcp().ack);
        assertEquals(-1, least.tcp().window);
        assertEquals(9, least.tcp().payloadLength);
        assertEquals(0, least.tcp().payloadCaptured);
        assertFalse(least.tcp().optionsComplete);
        assertFalse(least.tcp().timestamps);
        assertEquals(500, Decoded.sliced(packet, TCP_AT + 16).tcp().window);
        assertFalse(Decoded.sliced(packet, TCP_AT + 31).tcp().optionsComplete);
        assertTrue(Decoded.sliced(packet, TCP_AT + 32).tcp().optionsComplete);
    }

    @Test
    void aHeaderLengthThatCannotBeIsUnusable() {
        byte[] frame = packet().toBytes(LinkType.ETHERNET);
        for (int words : new int[] { 0, 4, 15 }) {
            frame[TCP_AT + 12] = (byte) (words << 4);
            assertEquals(Kind.TCP_UNUSABLE, Decoded.of(frame, frame.length, 1).kind());
        }
    }

    @Test
    void checksumsAreVerifiedOnDemand() {
        for (String[] ends : new String[][] { { "10.0.0.1:40000", "10.0.0.2:80" }, { "[2001:db8::1]:40000", "[2001:db8::2]:80" } }) {
            for (int length = 0; length < 9; length++) {
                PacketBuilder packet = PacketBuilder.tcp(ends[0], ends[1]).seq(-1).payload(length);
                assertEquals(TcpPacket.Checksum.GOOD, Checksums.verify(Decoded.of(packet).tcp()));
                assertEquals(TcpPacket.Checksum.BAD, Checksums.verify(Decoded.of(packet.checksum(Checksum.BAD)).tcp()));
                assertEquals(TcpPacket.Checksum.OFFLOADED, Checksums.verify(Decoded.of(packet.checksum(Checksum.OFFLOADED)).tcp()));
            }
        }
    }

    @Test
    void checksumsOfWhatIsNotThereAreUnknown() {
        PacketBuilder packet = packet().payload(100);
        assertEquals(TcpPacket.Checksum.UNKNOWN, Checksums.verify(Decoded.sliced(packet, 100).tcp()));
        assertEquals(TcpPacket.Checksum.UNKNOWN, Checksums.verify(Decoded.sliced(packet, TCP_AT + 14).tcp()));
        assertEquals(TcpPacket.Checksum.UNKNOWN, Checksums.verify(Decoded.of(packet.fragment(0, true)).tcp()));
    }
}
