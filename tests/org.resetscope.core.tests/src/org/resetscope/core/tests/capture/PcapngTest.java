package org.resetscope.core.tests.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.tests.build.PcapngBuilder;
import org.resetscope.core.tests.build.PcapngBuilder.Option;

class PcapngTest {

    private static final byte[] PACKET = { 1, 2, 3, 4, 5 };
    private static final int TIME_OFFSET = 14;
    private static final int IF_DROPS = 5;
    private static final int OS_DROPS = 7;

    private static PcapngBuilder section() {
        return new PcapngBuilder(ByteOrder.LITTLE_ENDIAN).section();
    }

    @Test
    void sectionsHaveTheirOwnByteOrderAndInterfaces() {
        byte[] file = section().device(1, 0).enhanced(0, 1, PACKET, 5)
                .order(ByteOrder.BIG_ENDIAN).section().device(113, 0).enhanced(0, 2, PACKET, 5)
                .order(ByteOrder.LITTLE_ENDIAN).section().device(276, 0).enhanced(0, 3, PACKET, 5).toBytes();

        Reading reading = Reading.of(file);

        assertEquals(List.of(1L, 2L, 3L), reading.frames());
        assertEquals(List.of(1, 113, 276), reading.packets().stream().map(CapturedPacket::linkType).toList());
        assertEquals(List.of(1000L, 2000L, 3000L), reading.times());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void eachInterfaceHasItsOwnLinkAndClock() {
        byte[] file = section().device(1, 0).device(101, 0, PcapngBuilder.timeResolution(9)).enhanced(1, 5, PACKET, 5)
                .enhanced(0, 5, PACKET, 5).toBytes();

        Reading reading = Reading.of(file);

        assertEquals(List.of(5L, 5000L), reading.times());
        assertEquals(List.of(101, 1), reading.packets().stream().map(CapturedPacket::linkType).toList());
        assertEquals(List.of(9, 6), reading.packets().stream().map(CapturedPacket::fractionDigits).toList());
    }

    /** Resolution as in the option, units, and the nanoseconds and digits expected. */
    @ParameterizedTest
    @CsvSource({
        "0, 7, 7000000000, 0", "3, 1500, 1500000000, 3", "6, 1, 1000, 6", "9, 1, 1, 9", "12, 1999, 1, 9",
        "0x80, 7, 7000000000, 0", "0x81, 3, 1500000000, 1", "0x94, 1572864, 1500000000, 7", "0xa0, 6442450944, 1500000000, 9",
        "0xbc, 1729382256910270464, 1500000000, 9", "0xff, 12345, 0, 9", "0x7f, 12345, 0, 9"
    })
    void clocksOfEveryResolutionGiveNanoseconds(String resolution, long units, long nanos, int digits) {
        byte[] file = section().device(1, 0, PcapngBuilder.timeResolution(Integer.decode(resolution))).enhanced(0, units, PACKET, 5)
                .toBytes();

        CapturedPacket packet = Reading.of(file).packets().get(0);

        assertEquals(nanos, packet.timeNanos());
        assertEquals(digits, packet.fractionDigits());
    }

    @ParameterizedTest
    @ValueSource(longs = { 1_700_000_000L, -10 })
    void aClocksOffsetIsAdded(long seconds) {
        byte[] file = section().device(1, 0, Option.u64(TIME_OFFSET, seconds)).enhanced(0, 42, PACKET, 5).toBytes();

        assertEquals(List.of(seconds * 1_000_000_000L + 42_000), Reading.of(file).times());
    }

    @Test
    void aTimeBeyondAllCalendarsIsToldOnceAndTakenForZero() {
        byte[] file = section().device(1, 0).enhanced(0, -1, PACKET, 5).device(1, 0, Option.u64(TIME_OFFSET, Long.MAX_VALUE))
                .enhanced(1, 1, PACKET, 5).enhanced(0, 1, PACKET, 5).toBytes();

        Reading reading = Reading.of(file);

        assertEquals(List.of(0L, 0L, 1000L), reading.times());
        assertEquals(List.of("bad-time"), reading.codes());
    }

    @Test
    void aSimplePacketHasNoTimeAndIsAsLongAsTheSnapLengthAllows() {
        byte[] file = section().device(1, 3).simple(Arrays.copyOf(PACKET, 3), 5).toBytes();

        CapturedPacket packet = Reading.of(file).packets().get(0);

        assertArrayEquals(Arrays.copyOf(PACKET, 3), packet.bytes());
        assertEquals(5, packet.originalLength());
        assertEquals(0, packet.timeNanos());
    }

    @Test
    void theObsoletePacketBlockIsRead() {
        byte[] file = section().device(1, 0).device(101, 0).obsolete(1, 0xffff, 7, PACKET, 99).toBytes();

        CapturedPacket packet = Reading.of(file).packets().get(0);

        assertArrayEquals(PACKET, packet.bytes());
        assertEquals(99, packet.originalLength());
        assertEquals(101, packet.linkType());
        assertEquals(7000, packet.timeNanos());
    }

    @Test
    void dropsAreTheLastCountOfEachInterfaceOverAllSections() {
        byte[] file = section().device(1, 0).device(1, 0).statistics(0, Option.u64(IF_DROPS, 1)).statistics(0, Option.u64(IF_DROPS, 5))
                .statistics(1, Option.u64(OS_DROPS, 10)).section().device(1, 0).statistics(0, Option.u64(IF_DROPS, 100)).toBytes();

        assertEquals(115, Reading.of(file).dropped());
    }

    @Test
    void dropsAreUnknownWhereNobodyCounted() {
        assertEquals(-1, Reading.of(section().device(1, 0).statistics(0).enhanced(0, 0, PACKET, 5).toBytes()).dropped());
    }

    @Test
    void unknownBlocksAreSkippedAndFramesCountedAsWiresharkDoes() {
        byte[] body = new byte[12];
        byte[] file = section().device(1, 0).block(4, body).enhanced(0, 0, PACKET, 5).block(0x7777, body).block(0x80000001, body)
                .block(10, body).enhanced(0, 0, PACKET, 5).block(0xbad, body).enhanced(0, 0, PACKET, 5).toBytes();

        Reading reading = Reading.of(file);

        // a custom block is a frame of its own to Wireshark
        assertEquals(List.of(1L, 2L, 4L), reading.frames());
        assertEquals(List.of(), reading.problems());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 4, 11, 13, 0x7fff_fffc, -4, -1 })
    void aBlockLengthThatCannotBeEndsTheStream(int length) {
        byte[] file = section().device(1, 0).enhanced(0, 0, PACKET, 5).raw(new byte[] { 6, 0, 0, 0, (byte) length, (byte) (length >> 8),
            (byte) (length >> 16), (byte) (length >> 24), 0, 0, 0, 0, 0, 0, 0, 0 }).toBytes();

        Reading reading = Reading.of(file);

        assertEquals(List.of(1L), reading.frames());
        assertEquals(List.of("bad-record"), reading.codes());
    }

    @Test
    void anInterfaceThatWasNotDescribedEndsTheStream() {
        for (int device : new int[] { 1, 0x7fff_ffff, -1 }) {
            byte[] file = section().device(1, 0).enhanced(0, 0, PACKET, 5).enhanced(device, 0, PACKET, 5).toBytes();

            assertEquals(List.of("bad-record"), Reading.of(file).codes());
        }
        assertEquals(List.of("bad-record"), Reading.of(section().simple(PACKET, 5).toBytes()).codes());
    }

    @Test
    void aPacketLongerThanItsBlockEndsTheStream() {
        byte[] file = section().device(1, 0).enhanced(0, 0, PACKET, 5).toBytes();
        file[file.length - 4 - 8 - 8] = 9;

        Reading reading = Reading.of(file);

        assertEquals(List.of("bad-record"), reading.codes());
    }

    @Test
    void lengthsThatDisagreeEndTheStream() {
        byte[] file = section().device(1, 0).enhanced(0, 0, PACKET, 5).toBytes();
        file[file.length - 4]++;

        assertEquals(List.of("bad-record"), Reading.of(file).codes());
    }

    @Test
    void brokenOptionsDoNotMatter() {
        byte[] file = section().device(1, 0, Option.of(9), Option.of(TIME_OFFSET, (byte) 1), new Option(9, 0xffff, 0, new byte[0]))
                .enhanced(0, 1, PACKET, 5).toBytes();

        assertEquals(List.of(1000L), Reading.of(file).times());
    }
}
