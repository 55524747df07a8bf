package org.resetscope.core.tests.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.resetscope.core.decode.PacketDecoder.Kind;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.tests.build.LinkType;
import org.resetscope.core.tests.build.PacketBuilder;

class IpTest {

    private static PacketBuilder v4() {
        return PacketBuilder.tcp("10.0.0.1:40000", "10.0.0.2:80").payload("hello");
    }

    private static PacketBuilder v6() {
        return PacketBuilder.tcp("[2001:db8::1]:40000", "[2001:db8::2]:80").payload("hello");
    }

    @Test
    void fieldsOfVersion4() {
        TcpPacket tcp = Decoded.of(v4().ttl(53).tos(0xb8).ipId(0xfedc)).tcp();

        assertEquals(4, tcp.ipVersion);
        assertEquals(53, tcp.ttl);
        assertEquals(0xb8, tcp.tos);
        assertEquals(0xfedc, tcp.ipId);
        assertTrue(tcp.dontFragment);
        assertEquals(-1, tcp.flowLabel);
        assertFalse(Decoded.of(v4().dontFragment(false)).tcp().dontFragment);
    }

    @Test
    void fieldsOfVersion6() {
        TcpPacket tcp = Decoded.of(v6().ttl(253).tos(0xb8).flowLabel(0xabcde)).tcp();

        assertEquals(6, tcp.ipVersion);
        assertEquals(253, tcp.ttl);
        assertEquals(0xb8, tcp.tos);
        assertEquals(0xabcde, tcp.flowLabel);
        assertEquals(-1, tcp.ipId);
    }

    @Test
    void version4AddressesAreMappedAndUnsigned() {
        TcpPacket tcp = Decoded.of(PacketBuilder.tcp("203.0.113.200:1", "255.255.255.255:2")).tcp();

        assertEquals(0, tcp.sourceHigh);
        assertEquals(0xffff_cb00_71c8L, tcp.sourceLow);
        assertEquals(0xffff_ffff_ffffL, tcp.destinationLow);
    }

    @Test
    void optionsAreSkipped() {
        assertEquals("hello", Decoded.of(v4().ipOptions(7, 7, 4, 1, 2, 3, 4)).payload());
    }

    @Test
    void extensionHeadersAreSkipped() {
        Decoded decoded = Decoded.of(v6().extension(0, (byte) 1, (byte) 4).extension(60, new byte[20]).extension(43, (byte) 2, (byte) 0)
                .extension(51, new byte[22]));

        assertEquals(Kind.TCP, decoded.kind());
        assertEquals("hello", decoded.payload());
        assertTrue(decoded.tcp().checksumCovered);
    }

    @Test
    void aPacketStillOnItsRouteCannotBeSummedUp() {
        assertFalse(Decoded.of(v6().extension(43, (byte) 2, (byte) 1)).tcp().checksumCovered);
    }

    @Test
    void theFirstFragmentIsUsable() {
        Decoded four = Decoded.of(v4().fragment(0, true).ipId(77));
        assertEquals(Kind.TCP, four.kind());
        assertEquals(80, four.tcp().destinationPort);
        assertFalse(four.tcp().checksumCovered);

        Decoded six = Decoded.of(v6().fragment(0, true).ipId(0x12345678));
        assertEquals(Kind.TCP, six.kind());
        assertEquals(0x12345678, six.tcp().ipId);
        assertFalse(six.tcp().checksumCovered);
    }

    @Test
    void laterFragmentsOfTcpAreUnusable() {
        assertEquals(Kind.TCP_UNUSABLE, Decoded.of(v4().payload(100).fragment(1480, false)).kind());
        assertEquals(Kind.TCP_UNUSABLE, Decoded.of(v6().payload(100).fragment(1448, true)).kind());
        assertEquals(Kind.OTHER, Decoded.of(PacketBuilder.ip("10.0.0.1", "10.0.0.2", 17, new byte[100]).fragment(1480, false)).kind());
    }

    @Test
    void paddingIsNotPayload() {
        TcpPacket tcp = Decoded.of(v4().payload("").padding(6)).tcp();

        assertEquals(0, tcp.payloadLength);
        assertEquals(0, tcp.payloadCaptured);
    }

    @Test
    void aLengthOfZeroMeansTheFramesLength() {
        for (PacketBuilder packet : new PacketBuilder[] { v4().payload(3000).ipLengthZero(), v6().payload(3000).ipLengthZero() }) {
            Decoded decoded = Decoded.of(packet);
            assertEquals(Kind.TCP, decoded.kind());
            assertEquals(3000, decoded.tcp().payloadLength);
        }
        assertEquals(3000, Decoded.sliced(v4().payload(3000).ipLengthZero(), 96).tcp().payloadLength);
    }

    @Test
    void theLengthOnTheWireOutlivesTheSnapLength() {
        TcpPacket tcp = Decoded.sliced(v4().payload(1000), 14 + 20 + 20 + 100).tcp();

        assertEquals(1000, tcp.payloadLength);
        assertEquals(100, tcp.payloadCaptured);
    }

    @Test
    void brokenHeadersAreOther() {
        byte[] frame = v4().toBytes(LinkType.RAW);
        for (int[] change : new int[][] { { 0, 0x44 }, { 0, 0x55 }, { 3, 19 } }) {
            byte[] broken = frame.clone();
            broken[2] = change[0] == 3 ? 0 : broken[2];
            broken[change[0]] = (byte) change[1];
            assertEquals(Kind.OTHER, Decoded.of(broken, broken.length, 228).kind());
        }
    }
}
