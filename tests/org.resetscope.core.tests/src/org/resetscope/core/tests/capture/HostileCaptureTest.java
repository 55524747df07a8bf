package org.resetscope.core.tests.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.CaptureBuilder.Format;

/** Captures come from strangers: damage ends the stream or a packet, and never throws anything but a CaptureException at opening. */
@Timeout(120)
class HostileCaptureTest {

    private static final int ROUNDS = 2_000;

    private static byte[] valid(Format format) {
        return CaptureBuilder.of(format).flow("10.0.0.1:40000", "10.0.0.2:80").handshake().client(10).server(300).clientRst().end()
                .toBytes();
    }

    private static void read(byte[] file) throws IOException {
        try {
            Reading reading = Reading.of(new Reading.MemoryInput(file));
            long held = reading.packets().stream().mapToLong(p -> p.bytes().length).sum();
            assertTrue(held <= file.length, "more bytes than the file has");
            for (CapturedPacket packet : reading.packets()) {
                assertTrue(packet.originalLength() >= packet.bytes().length);
            }
            for (int i = 1; i < reading.frames().size(); i++) {
                assertTrue(reading.frames().get(i) > reading.frames().get(i - 1));
            }
        } catch (CaptureException e) {
            assertTrue(List.of(CaptureException.Code.UNKNOWN_FORMAT, CaptureException.Code.BAD_HEADER).contains(e.code()));
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyTruncationGivesThePacketsBefore(Format format) throws IOException {
        byte[] file = valid(format);
        int packets = 0;
        for (int length = 0; length <= file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            read(cut);
            if (length >= 200) {
                int now = Reading.of(cut).packets().size();
                assertTrue(now >= packets);
                packets = now;
            }
        }
        assertEquals(6, packets);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void bitFlips(Format format) throws IOException {
        Random random = new Random(format.ordinal());
        byte[] file = valid(format);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] flipped = file.clone();
            for (int flips = 1 + random.nextInt(10); flips > 0; flips--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            read(random.nextBoolean() ? flipped : Arrays.copyOf(flipped, random.nextInt(flipped.length)));
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void randomBytesBehindAValidHeader(Format format) throws IOException {
        Random random = new Random(format.ordinal());
        byte[] file = valid(format);
        for (int i = 0; i < ROUNDS; i++) {
            int keep = random.nextInt(100);
            byte[] noise = new byte[keep + random.nextInt(500)];
            random.nextBytes(noise);
            if (random.nextBoolean()) {
                // small numbers look more like lengths
                for (int j = 0; j < noise.length; j++) {
                    noise[j] = (byte) (random.nextInt(4) == 0 ? random.nextInt(64) : 0);
                }
            }
            System.arraycopy(file, 0, noise, 0, Math.min(keep, noise.length));
            read(noise);
        }
    }
}
