package org.resetscope.core.tests.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.CaptureBuilder.Format;
import org.resetscope.core.tests.build.LinkType;
import org.resetscope.core.tests.build.PacketBuilder;

class PcapTest {

    private static final int HEADER = 24;
    private static final int RECORD = 16;

    private static CaptureBuilder threePackets(Format format) {
        return CaptureBuilder.of(format).flow("10.0.0.1:40000", "10.0.0.2:80").handshake().end();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormatGivesThePacketsAsWritten(Format format) {
        CaptureBuilder capture = threePackets(format);

        Reading reading = Reading.of(capture.toBytes());

        assertEquals(List.of(1L, 2L, 3L), reading.frames());
        for (int i = 0; i < 3; i++) {
            CapturedPacket packet = reading.packets().get(i);
            assertArrayEquals(capture.packets().get(i).toBytes(LinkType.ETHERNET), packet.bytes());
            assertEquals(packet.bytes().length, packet.originalLength());
            assertEquals(capture.packets().get(i).time(), packet.timeNanos());
            assertEquals(LinkType.ETHERNET.value(), packet.linkType());
        }
        assertEquals(List.of(), reading.problems());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aTruncatedLastPacketCostsOnlyItself(Format format) {
        byte[] whole = threePackets(format).toBytes();

        Reading reading = Reading.of(Arrays.copyOf(whole, whole.length - 5));

        assertEquals(List.of(1L, 2L), reading.frames());
        assertEquals(List.of("truncated"), reading.codes());
        long lastRecord = reading.problems().get(0).offset();
        Reading up = Reading.of(Arrays.copyOf(whole, (int) lastRecord));
        assertEquals(List.of(1L, 2L), up.frames());
        assertEquals(List.of(), up.codes());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aSlicedPacketKeepsItsLengthOnTheWire(Format format) {
        byte[] file = CaptureBuilder.of(format).snapLength(60).packet(PacketBuilder.tcp("10.0.0.1:1", "10.0.0.2:2").payload(500)).toBytes();

        CapturedPacket packet = Reading.of(file).packets().get(0);

        assertEquals(60, packet.bytes().length);
        assertEquals(554, packet.originalLength());
    }

    @Test
    void nanosecondsAreKept() {
        byte[] file = CaptureBuilder.of(Format.PCAP_NANO).at("0.123456789").packet(PacketBuilder.bytes(1)).toBytes();

        Reading reading = Reading.of(file);

        assertEquals(List.of(CaptureBuilder.START_NANOS + 123_456_789), reading.times());
        assertEquals(9, reading.packets().get(0).fractionDigits());
        assertEquals("pcap-nanosecond", reading.format());
    }

    @Test
    void theLinkTypeFieldsUpperHalfIsNotPartOfTheType() {
        byte[] file = threePackets(Format.PCAP).toBytes();
        file[23] = 0x44;

        assertEquals(LinkType.ETHERNET.value(), Reading.of(file).packets().get(0).linkType());
    }

    @Test
    void aHeaderAloneIsACaptureWithoutPackets() {
        Reading reading = Reading.of(Arrays.copyOf(threePackets(Format.PCAP).toBytes(), HEADER));

        assertEquals(List.of(), reading.frames());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void aFileThatEndsWithinItsHeaderIsToldAsSuch() {
        byte[] file = Arrays.copyOf(threePackets(Format.PCAP).toBytes(), 20);

        CaptureException e = assertThrows(CaptureException.class, () -> Reading.of(new Reading.MemoryInput(file)));

        assertEquals(CaptureException.Code.BAD_HEADER, e.code());
    }

    @Test
    void nonsenseInTheMiddleEndsTheStreamWithItsOffset() {
        byte[] file = threePackets(Format.PCAP).toBytes();
        int second = HEADER + RECORD + Reading.of(file).packets().get(0).bytes().length;
        Arrays.fill(file, second + 8, second + 12, (byte) 0xff);

        Reading reading = Reading.of(file);

        assertEquals(List.of(1L), reading.frames());
        assertEquals(List.of("bad-record"), reading.codes());
        assertEquals(second, reading.problems().get(0).offset());
    }

    @Test
    void aLengthOfTwoGigabytesIsNonsenseWhateverTheSnapLengthClaims() {
        byte[] file = threePackets(Format.PCAP).toBytes();
        Arrays.fill(file, 16, 20, (byte) 0xff);
        file[HEADER + 11] = 0x7f;

        assertEquals(List.of("bad-record"), Reading.of(file).codes());
    }

    @Test
    void aSnapLengthOfNonsenseDoesNotMatter() {
        for (int value : new int[] { 0, 1, 0x80, 0xff }) {
            byte[] file = threePackets(Format.PCAP).toBytes();
            Arrays.fill(file, 16, 20, (byte) value);

            assertEquals(List.of(1L, 2L, 3L), Reading.of(file).frames());
        }
    }

    @Test
    void anOriginalLengthBelowTheCapturedOneIsCorrected() {
        byte[] file = threePackets(Format.PCAP).toBytes();
        Arrays.fill(file, HEADER + 12, HEADER + 16, (byte) 0);

        CapturedPacket packet = Reading.of(file).packets().get(0);

        assertEquals(packet.bytes().length, packet.originalLength());
    }

    @Test
    void theLatestTimePossibleDoesNotOverflow() {
        byte[] file = threePackets(Format.PCAP).toBytes();
        Arrays.fill(file, HEADER, HEADER + 8, (byte) 0xff);

        assertEquals(0xffff_ffffL * 1_000_000_000L + 0xffff_ffffL * 1000, Reading.of(file).times().get(0));
    }

    @Test
    void aPacketIsFoundAgainByItsNumber() throws IOException {
        CaptureBuilder capture = threePackets(Format.PCAPNG);
        Reading.MemoryInput input = new Reading.MemoryInput(capture.toBytes());

        assertArrayEquals(capture.packets().get(1).toBytes(LinkType.ETHERNET),
                CapturedPacket.read(input, Reading.FORMATS, 2).orElseThrow().bytes());
        assertTrue(CapturedPacket.read(input, Reading.FORMATS, 4).isEmpty());
        assertTrue(CapturedPacket.read(input, Reading.FORMATS, 0).isEmpty());
    }
}
