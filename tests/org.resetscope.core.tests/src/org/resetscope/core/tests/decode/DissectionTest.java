package org.resetscope.core.tests.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.decode.Addresses;
import org.resetscope.core.decode.Dissection;
import org.resetscope.core.decode.Dissection.Field;
import org.resetscope.core.tests.build.LinkType;
import org.resetscope.core.tests.build.PacketBuilder;
import org.resetscope.core.tests.build.TcpOption;

class DissectionTest {

    private static Dissection dissect(PacketBuilder packet, LinkType link) {
        byte[] bytes = packet.toBytes(link);
        return Dissection.of(new CapturedPacket(1, 0, 6, link.value(), bytes.length, bytes));
    }

    private static String names(Dissection dissection) {
        return dissection.layers().stream().map(Field::name).collect(Collectors.joining(" | "));
    }

    private static Field field(Dissection dissection, String layer, String name) {
        return dissection.layers().stream().filter(l -> l.name().equals(layer)).flatMap(l -> l.fields().stream())
                .filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    private static PacketBuilder reset() {
        return PacketBuilder.tcp("10.0.0.1:40000", "10.0.0.2:80").flags("RA").seq(3_000_000_000L).ttl(253);
    }

    @Test
    void layersFollowEachOtherWithoutAGap() {
        Dissection dissection = dissect(reset().vlan(7).options(TcpOption.mss(1460)).payload("why").padding(4), LinkType.ETHERNET);

        assertEquals("Ethernet | 802.1Q VLAN | IPv4 | TCP | Data | Padding", names(dissection));
        int next = 0;
        for (Field layer : dissection.layers()) {
            assertEquals(next, layer.offset(), layer.name());
            next += layer.length();
        }
        assertEquals(14 + 4 + 20 + 24 + 3 + 4, next);
    }

    @Test
    void fieldsTellTheirValueAndPlace() {
        Dissection dissection = dissect(reset().options(TcpOption.timestamps(1, 2)), LinkType.ETHERNET);

        assertEquals(new Field("Time to live", "253", 22, 1, List.of()), field(dissection, "IPv4", "Time to live"));
        assertEquals(new Field("Sequence number", "3000000000", 38, 4, List.of()), field(dissection, "TCP", "Sequence number"));
        assertEquals("RST, ACK", field(dissection, "TCP", "Flags").value());
        assertEquals("set", field(dissection, "TCP", "Flags").fields().get(5).value());
        assertEquals(new Field("Option: timestamps", "value 1, echo reply 2", 56, 10, List.of()),
                field(dissection, "TCP", "Option: timestamps"));
        assertEquals("(correct)", field(dissection, "TCP", "Checksum").value().substring(7));
        assertEquals("02:00:00:00:00:01", field(dissection, "Ethernet", "Source").value());
    }

    @Test
    void tunnelsAndQuotesAreShown() {
        assertEquals("Ethernet | IPv4 | UDP | VXLAN | Ethernet | IPv4 | TCP",
                names(dissect(reset().vxlan("192.0.2.1", "192.0.2.2", 1), LinkType.ETHERNET)));
        assertEquals("Linux cooked capture v1 | IPv4 | GRE | IPv4 | TCP",
                names(dissect(reset().gre("192.0.2.1", "192.0.2.2"), LinkType.LINUX_SLL)));
        assertEquals("IPv4 | ICMP | IPv4 | TCP",
                names(dissect(PacketBuilder.icmpError("192.0.2.1", "10.0.0.1", 3, 1, reset().ipBytes()), LinkType.RAW)));
        assertEquals("IPv6 | Extension headers | TCP",
                names(dissect(PacketBuilder.tcp("[::1]:1", "[::2]:2").extension(0, (byte) 1, (byte) 4), LinkType.IPV6)));
        assertEquals("Ethernet | IPv4 | UDP | Data",
                names(dissect(PacketBuilder.udp("10.0.0.1:1", "10.0.0.2:53", new byte[20]), LinkType.ETHERNET)));
    }

    @Test
    void whatIsNotUnderstoodIsShownAsBytes() {
        assertEquals("Not understood", names(Dissection.of(new CapturedPacket(1, 0, 6, 147, 9, new byte[9]))));
        assertEquals("", names(Dissection.of(new CapturedPacket(1, 0, 6, 1, 9, new byte[0]))));
    }

    @ParameterizedTest
    @CsvSource({ "0, 0, ::", "0, 1, ::1", "0x20010db8, 0, 2001:db8::", "1, 1, ::1:0:0:0:1" })
    void addressesAreWrittenAsRfc5952Says(String high, long low, String text) {
        long top = Long.decode(high);
        assertEquals(text, Addresses.text(6, top > 1 ? top << 32 : top, low));
    }
}
