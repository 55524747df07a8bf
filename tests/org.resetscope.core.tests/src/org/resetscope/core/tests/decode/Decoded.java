package org.resetscope.core.tests.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.Addresses;
import org.resetscope.core.decode.PacketDecoder;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.tests.build.LinkType;
import org.resetscope.core.tests.build.PacketBuilder;

/** A packet decoded, with words for what tests ask. */
record Decoded(PacketDecoder.Kind kind, TcpPacket tcp) {

    static Decoded of(PacketBuilder packet) {
        return of(packet, LinkType.ETHERNET);
    }

    static Decoded of(PacketBuilder packet, LinkType link) {
        byte[] bytes = packet.toBytes(link);
        return of(bytes, bytes.length, link.value());
    }

    /** The first {@code captured} bytes of an Ethernet frame. */
    static Decoded sliced(PacketBuilder packet, int captured) {
        return of(packet.toBytes(LinkType.ETHERNET), captured, LinkType.ETHERNET.value());
    }

    /** Within a larger buffer full of ones, so that a read beyond the packet is not zero by chance. */
    static Decoded of(byte[] frame, int captured, int linkType) {
        int offset = 33;
        byte[] surroundings = new byte[offset + frame.length + 100];
        Arrays.fill(surroundings, (byte) 0xff);
        System.arraycopy(frame, 0, surroundings, offset, captured);
        PacketView view = new PacketView();
        view.wrap(1, 0, 6, linkType, 0, ByteBuffer.wrap(surroundings), offset, captured, frame.length, 0);
        TcpPacket tcp = new TcpPacket();
        return new Decoded(new PacketDecoder().decode(view, tcp), tcp);
    }

    String source() {
        return Addresses.text(tcp.ipVersion, tcp.sourceHigh, tcp.sourceLow) + " " + tcp.sourcePort;
    }

    String destination() {
        return Addresses.text(tcp.ipVersion, tcp.destinationHigh, tcp.destinationLow) + " " + tcp.destinationPort;
    }

    String payload() {
        byte[] bytes = new byte[tcp.payloadCaptured];
        tcp.buffer.get(tcp.payloadOffset, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
