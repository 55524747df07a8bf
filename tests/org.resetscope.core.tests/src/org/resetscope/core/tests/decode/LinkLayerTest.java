package org.resetscope.core.tests.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.resetscope.core.decode.PacketDecoder.Kind;
import org.resetscope.core.tests.build.LinkType;
import org.resetscope.core.tests.build.PacketBuilder;

class LinkLayerTest {

    private static final int ETHERNET = 14;

    private static PacketBuilder v4() {
        return PacketBuilder.tcp("10.0.0.1:40000", "10.0.0.2:80").seq(7).payload("hello");
    }

    private static PacketBuilder v6() {
        return PacketBuilder.tcp("[2001:db8::1]:40000", "[2001:db8::2]:80").seq(7).payload("hello");
    }

    private static void assertFound(Decoded decoded, boolean v6) {
        assertEquals(Kind.TCP, decoded.kind());
        assertEquals(v6 ? "2001:db8::1 40000" : "10.0.0.1 40000", decoded.source());
        assertEquals(v6 ? "2001:db8::2 80" : "10.0.0.2 80", decoded.destination());
        assertEquals(7, decoded.tcp().seq);
        assertEquals("hello", decoded.payload());
        assertEquals(5, decoded.tcp().payloadLength);
    }

    @ParameterizedTest
    @EnumSource(LinkType.class)
    void everyLinkLayerCarriesBothVersionsOfIp(LinkType link) {
        if (link != LinkType.IPV6) {
            assertFound(Decoded.of(v4(), link), false);
        }
        if (link != LinkType.IPV4) {
            assertFound(Decoded.of(v6(), link), true);
        }
    }

    @ParameterizedTest
    @EnumSource(value = LinkType.class, names = { "ETHERNET", "LINUX_SLL", "LINUX_SLL2", "IEEE802_11", "IEEE802_11_RADIOTAP" })
    void theSendersMacAddressIsFound(LinkType link) {
        assertEquals(0x020000000001L, Decoded.of(v4(), link).tcp().sourceMac);
    }

    @Test
    void aLinkWithoutMacAddressesHasNone() {
        assertEquals(-1, Decoded.of(v4(), LinkType.RAW).tcp().sourceMac);
    }

    static Stream<Arguments> carriers() {
        return Stream.of(carrier("VLAN", 0, p -> p.vlan(5)), carrier("QinQ", 0, p -> p.vlan(9).vlan(5)),
                carrier("three tags", 0, p -> p.vlan(9).vlan(8).vlan(5)), carrier("MPLS", 0, p -> p.mpls(1000)),
                carrier("two labels", 0, p -> p.mpls(1000).mpls(17)), carrier("PPPoE", 0, PacketBuilder::pppoe),
                carrier("VLAN, PPPoE", 0, p -> p.vlan(5).pppoe()), carrier("IP in IP", 1, p -> p.ipInIp("192.0.2.1", "192.0.2.2")),
                carrier("IP in IPv6", 1, p -> p.ipInIp("2001:db8:9::1", "2001:db8:9::2")),
                carrier("GRE", 1, p -> p.gre("192.0.2.1", "192.0.2.2")),
                carrier("GRE with all fields, bridging", 1, p -> p.greEthernet("192.0.2.1", "192.0.2.2")),
                carrier("VXLAN", 1, p -> p.vxlan("192.0.2.1", "192.0.2.2", 7)),
                carrier("VXLAN with VLAN inside", 1, p -> p.vxlan("192.0.2.1", "192.0.2.2", 7).vlan(5)),
                carrier("GENEVE", 1, p -> p.geneve("192.0.2.1", "192.0.2.2", 7)),
                carrier("GTP-U", 1, p -> p.gtp("192.0.2.1", "192.0.2.2", 7)),
                carrier("GRE in VXLAN", 2, p -> p.vxlan("192.0.2.1", "192.0.2.2", 7).gre("192.0.2.3", "192.0.2.4")));
    }

    private static Arguments carrier(String name, int tunnels, UnaryOperator<PacketBuilder> wrap) {
        return Arguments.of(name, tunnels, wrap);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void tagsAndTunnelsAreLookedThrough(String name, int tunnels, UnaryOperator<PacketBuilder> wrap) {
        Decoded four = Decoded.of(wrap.apply(v4()));
        assertFound(four, false);
        assertFound(Decoded.of(wrap.apply(v6())), true);
        assertEquals(tunnels, four.tcp().tunnels);
        assertEquals(name.contains("VLAN") || name.contains("Q") || name.contains("tags") ? 5 : -1, four.tcp().vlan);
    }

    @Test
    void tunnelsNestedWithoutEndAreGivenUp() {
        PacketBuilder packet = v4();
        for (int i = 0; i < 50; i++) {
            packet.ipInIp("192.0.2.1", "192.0.2.2");
        }
        assertEquals(Kind.OTHER, Decoded.of(packet).kind());
    }

    @Test
    void aSnapHeaderAnnouncesIp() {
        byte[] frame = v4().toBytes(LinkType.ETHERNET);
        byte[] snap = new byte[frame.length + 8];
        System.arraycopy(frame, 0, snap, 0, 12);
        snap[13] = 100;
        System.arraycopy(new byte[] { (byte) 0xaa, (byte) 0xaa, 3, 0, 0, 0, 8, 0 }, 0, snap, ETHERNET, 8);
        System.arraycopy(frame, ETHERNET, snap, ETHERNET + 8, frame.length - ETHERNET);

        assertFound(Decoded.of(snap, snap.length, 1), false);
    }

    @Test
    void encryptedAndEmptyWirelessFramesAreOther() {
        byte[] frame = v4().toBytes(LinkType.IEEE802_11);
        byte[] encrypted = frame.clone();
        encrypted[1] |= 0x40;
        assertEquals(Kind.OTHER, Decoded.of(encrypted, encrypted.length, 105).kind());
        byte[] empty = frame.clone();
        empty[0] |= 0x40;
        assertEquals(Kind.OTHER, Decoded.of(empty, empty.length, 105).kind());
    }

    @Test
    void loopbackInTheOtherByteOrderIsUnderstood() {
        byte[] frame = v6().toBytes(LinkType.NULL);
        byte[] swapped = frame.clone();
        for (int i = 0; i < 4; i++) {
            swapped[i] = frame[3 - i];
        }
        assertFound(Decoded.of(swapped, swapped.length, 0), true);
    }

    @Test
    void anUnknownLinkTypeIsToldAsSuch() {
        assertEquals(Kind.UNKNOWN_LINK_TYPE, Decoded.of(new byte[100], 100, 147).kind());
        assertEquals(Kind.UNKNOWN_LINK_TYPE, Decoded.of(new byte[100], 100, -1).kind());
    }

    @Test
    void whatIsNotTcpIsOther() {
        assertEquals(Kind.OTHER, Decoded.of(PacketBuilder.udp("10.0.0.1:53", "10.0.0.2:4789", new byte[3])).kind());
        assertEquals(Kind.OTHER, Decoded.of(PacketBuilder.ip("10.0.0.1", "10.0.0.2", 50, new byte[100])).kind());
        byte[] arp = new byte[60];
        Arrays.fill(arp, (byte) 8);
        arp[13] = 6;
        assertEquals(Kind.OTHER, Decoded.of(arp, 60, 1).kind());
    }
}
