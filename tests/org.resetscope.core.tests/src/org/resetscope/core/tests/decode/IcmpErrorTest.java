package org.resetscope.core.tests.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.resetscope.core.decode.Addresses;
import org.resetscope.core.decode.PacketDecoder.Kind;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.tests.build.PacketBuilder;

class IcmpErrorTest {

    private static final PacketBuilder V4 = PacketBuilder.tcp("10.0.0.1:40000", "10.0.0.2:80").flags("S").seq(99).payload(1000);
    private static final PacketBuilder V6 = PacketBuilder.tcp("[2001:db8::1]:40000", "[2001:db8::2]:80").flags("S").seq(99);

    @Test
    void theQuotedSegmentAndWhoComplains() {
        Decoded decoded = Decoded.of(PacketBuilder.icmpError("192.0.2.254", "10.0.0.1", 3, 13, Arrays.copyOf(V4.ipBytes(), 28)));

        assertEquals(Kind.ICMP_ERROR, decoded.kind());
        assertEquals("10.0.0.1 40000", decoded.source());
        assertEquals("10.0.0.2 80", decoded.destination());
        TcpPacket tcp = decoded.tcp();
        assertEquals(99, tcp.seq);
        assertEquals(0, tcp.flags);
        assertFalse(tcp.optionsComplete);
        assertEquals(3, tcp.icmpType);
        assertEquals(13, tcp.icmpCode);
        assertEquals("192.0.2.254", Addresses.text(4, tcp.icmpSourceHigh, tcp.icmpSourceLow));
    }

    @Test
    void aLongerQuoteGivesTheFlagsAsWell() {
        assertTrue(Decoded.of(PacketBuilder.icmpError("192.0.2.254", "10.0.0.1", 11, 0, V4.ipBytes())).tcp().has(TcpPacket.SYN));
    }

    @Test
    void version6() {
        Decoded decoded = Decoded.of(PacketBuilder.icmpError("2001:db8::ff", "2001:db8::1", 1, 1, V6.ipBytes()));

        assertEquals(Kind.ICMP_ERROR, decoded.kind());
        assertEquals("2001:db8::2 80", decoded.destination());
        assertEquals("2001:db8::ff", Addresses.text(6, decoded.tcp().icmpSourceHigh, decoded.tcp().icmpSourceLow));
    }

    @Test
    void whatIsNoErrorOrQuotesNoTcpIsOther() {
        assertEquals(Kind.OTHER, Decoded.of(PacketBuilder.icmpError("192.0.2.254", "10.0.0.1", 8, 0, V4.ipBytes())).kind());
        assertEquals(Kind.OTHER, Decoded.of(PacketBuilder.icmpError("2001:db8::ff", "2001:db8::1", 128, 0, V6.ipBytes())).kind());
        byte[] udp = PacketBuilder.udp("10.0.0.1:1", "10.0.0.2:2", new byte[9]).ipBytes();
        assertEquals(Kind.OTHER, Decoded.of(PacketBuilder.icmpError("192.0.2.254", "10.0.0.1", 3, 3, udp)).kind());
        byte[] tooLittle = Arrays.copyOf(V4.ipBytes(), 27);
        assertEquals(Kind.OTHER, Decoded.of(PacketBuilder.icmpError("192.0.2.254", "10.0.0.1", 3, 3, tooLittle)).kind());
    }
}
