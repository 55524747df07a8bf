package org.resetscope.core.tests.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.CaptureBuilder.Format;

/** What only snoop has; the rest is in {@link PcapTest} for all formats. */
class SnoopTest {

    private static final int HEADER = 16;

    private static byte[] file() {
        return CaptureBuilder.of(Format.SNOOP).flow("10.0.0.1:40000", "10.0.0.2:80").handshake().client("odd").end().toBytes();
    }

    @Test
    void dropsAreTheRunningCountOfTheLastRecord() {
        byte[] file = file();
        Arrays.fill(file, HEADER + 12, HEADER + 16, (byte) 0);
        assertEquals(0, Reading.of(file).dropped());
    }

    @Test
    void aDatalinkWithoutALinkTypeIsNotTakenForEthernet() {
        byte[] file = file();
        file[15] = 9;

        assertEquals(-1, Reading.of(file).packets().get(0).linkType());
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] file = file();
        file[11] = 3;

        CaptureException e = assertThrows(CaptureException.class, () -> Reading.of(new Reading.MemoryInput(file)));
        assertEquals(CaptureException.Code.BAD_HEADER, e.code());
    }

    @Test
    void aRecordShorterThanItsPacketEndsTheStream() {
        for (int length : new int[] { 0, 23, 24, -1 }) {
            byte[] file = file();
            for (int i = 0; i < 4; i++) {
                file[HEADER + 8 + i] = (byte) (length >> 24 - 8 * i);
            }

            assertEquals(List.of("bad-record"), Reading.of(file).codes());
        }
    }
}
