package org.resetscope.core.tests.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.annotate.AnnotatedCapture;
import org.resetscope.core.reading.CapturedPacket;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.PcapngBuilder;
import org.resetscope.core.tests.build.PcapngBuilder.Option;

/** Verdicts as packet comments: on the right packets, and nothing else changes. */
class AnnotatedCaptureTest {

    @TempDir
    private Path directory;

    /** A SYN and its refusal in frames 1 and 2, and the same once more. */
    private static CaptureBuilder refusedTwice() {
        return CaptureBuilder.pcap().flow("10.0.0.1:40000", "10.0.0.2:80").syn().serverRefuses().end()
                .flow("10.0.0.1:40001", "10.0.0.2:80").syn().serverRefuses().end();
    }

    private static List<byte[]> packets() {
        return Reading.of(refusedTwice().toBytes()).packets().stream().map(CapturedPacket::bytes).toList();
    }

    private record Annotated(byte[] bytes, List<String> problems) {
    }

    private Annotated annotate(byte[] capture) throws IOException {
        Path file = Files.write(directory.resolve("in"), capture);
        Analysis analysis = new ResetScope().analyze(List.of(CaptureFile.of(file.toString())), Settings.DEFAULT, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> problems = AnnotatedCapture.write(analysis, analysis.captures().get(0), out, null);
        return new Annotated(out.toByteArray(), problems);
    }

    /** The blocks of a file, their bytes without the comments of this project, and those comments by frame. */
    private record Blocks(byte[] stripped, Map<Integer, List<String>> comments) {

        static Blocks of(byte[] file) {
            ByteArrayOutputStream stripped = new ByteArrayOutputStream();
            Map<Integer, List<String>> comments = new TreeMap<>();
            ByteBuffer in = ByteBuffer.wrap(file);
            int frame = 0;
            int at = 0;
            while (file.length - at >= 12) {
                if (in.getInt(at) == 0x0a0d0d0a) {
                    in.order(ByteOrder.BIG_ENDIAN);
                    in.order(in.getInt(at + 8) == 0x1a2b3c4d ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                }
                int type = in.getInt(at);
                int length = in.getInt(at + 4);
                if (length > file.length - at) {
                    break;
                }
                byte[] block = Arrays.copyOfRange(file, at, at + length);
                if (type == 2 || type == 3 || type == 6) {
                    frame++;
                }
                stripped.writeBytes(type == 2 || type == 6 ? strip(block, in.order(), comments.computeIfAbsent(frame, f -> new ArrayList<>())) : block);
                at += length;
            }
            stripped.write(file, at, file.length - at);
            comments.values().removeIf(List::isEmpty);
            return new Blocks(stripped.toByteArray(), comments);
        }

        /** Removes leading comments of this project, and an end of options that stands alone then. */
        private static byte[] strip(byte[] block, ByteOrder order, List<String> comments) {
            ByteBuffer in = ByteBuffer.wrap(block).order(order);
            int start = 28 + (in.getInt(20) + 3 & ~3);
            int at = start;
            while (block.length - at > 8 && in.getShort(at) == 1) {
                int length = in.getShort(at + 2);
                String text = new String(block, at + 4, length, StandardCharsets.UTF_8);
                if (!text.startsWith("ResetScope ")) {
                    break;
                }
                comments.add(text);
                at += 4 + (length + 3 & ~3);
            }
            if (at > start && block.length - at == 8) {
                at += 4;
            }
            int length = block.length - (at - start);
            ByteBuffer out = ByteBuffer.allocate(length).order(order).put(block, 0, start).put(block, at, block.length - at);
            return out.putInt(4, length).putInt(length - 4, length).array();
        }
    }

    @ParameterizedTest
    @EnumSource(CaptureBuilder.Format.class)
    void everyPacketIsAsItWasWithCommentsOnResetAndTrigger(CaptureBuilder.Format format) throws IOException {
        byte[] original = refusedTwice().format(format).toBytes();
        Annotated annotated = annotate(original);
        assertEquals(List.of(), annotated.problems);
        Reading before = Reading.of(original);
        Reading after = Reading.of(annotated.bytes);
        assertEquals("pcapng", after.format());
        assertEquals(List.of(), after.problems());
        assertEquals(before.packets().size(), after.packets().size());
        for (int i = 0; i < before.packets().size(); i++) {
            CapturedPacket a = before.packets().get(i);
            CapturedPacket b = after.packets().get(i);
            assertArrayEquals(a.bytes(), b.bytes());
            assertEquals(List.of(a.frame(), a.timeNanos(), a.fractionDigits(), a.linkType(), a.originalLength()),
                    List.of(b.frame(), b.timeNanos(), b.fractionDigits(), b.linkType(), b.originalLength()));
        }
        Map<Integer, List<String>> comments = Blocks.of(annotated.bytes).comments;
        assertEquals(List.of(1, 2, 3, 4), List.copyOf(comments.keySet()));
        assertEquals(List.of("ResetScope r1: The reset in frame 2 answers this packet."), comments.get(1));
        String verdict = comments.get(4).get(0);
        assertTrue(verdict.startsWith("ResetScope r2: ") && verdict.contains("refused the connection"), verdict);
        assertTrue(verdict.contains("(endpoint.refused)"), verdict);
    }

    @Test
    void aSnapLengthKeepsTheOriginalLength() throws IOException {
        byte[] original = refusedTwice().snapLength(60).toBytes();
        List<CapturedPacket> after = Reading.of(annotate(original).bytes).packets();
        assertEquals(Reading.of(original).packets().stream().map(CapturedPacket::originalLength).toList(),
                after.stream().map(CapturedPacket::originalLength).toList());
    }

    private static byte[] everything(ByteOrder first, ByteOrder second) {
        List<byte[]> packets = packets();
        Option name = Option.of(2, "eth0".getBytes(StandardCharsets.UTF_8));
        Option comment = Option.of(1, "of the user: \u00e4".getBytes(StandardCharsets.UTF_8));
        return new PcapngBuilder(first).section().device(1, 0, name, PcapngBuilder.timeResolution(9)).device(1, 96)
                .block(4, new byte[] { 0, 0, 0, 0 }).enhanced(0, 1_767_225_600_000_000_001L, packets.get(0), packets.get(0).length, comment)
                .block(0xbad, new byte[8]).enhanced(1, 1_767_225_600_000_002L, packets.get(1), packets.get(1).length)
                .statistics(0, Option.u64(5, 7)).order(second).section().device(1, 0).obsolete(0, 3, 1_767_225_601_000_000L, packets.get(2), 90)
                .obsolete(0, 3, 1_767_225_601_000_500L, packets.get(3), packets.get(3).length).toBytes();
    }

    /** What was put in taken out again gives the same bytes: name and custom blocks, options, comments, byte orders, drop counts. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void allElseInPcapngStaysByteForByte(boolean bigEndianFirst) throws IOException {
        ByteOrder first = bigEndianFirst ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] original = everything(first, bigEndianFirst ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        Blocks blocks = Blocks.of(annotate(original).bytes);
        assertEquals(4, blocks.comments.size(), blocks.comments::toString);
        assertArrayEquals(original, blocks.stripped);
    }

    @Test
    void aSectionThatTellsItsLengthTellsTheNewOne() throws IOException {
        byte[] original = everything(ByteOrder.LITTLE_ENDIAN, ByteOrder.LITTLE_ENDIAN);
        int second = indexOfSecondSection(original);
        ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN).putLong(16, second - 28);
        byte[] annotated = annotate(original).bytes;
        assertEquals(indexOfSecondSection(annotated) - 28, ByteBuffer.wrap(annotated).order(ByteOrder.LITTLE_ENDIAN).getLong(16));
        assertTrue(annotated.length > original.length);
    }

    private static int indexOfSecondSection(byte[] file) {
        for (int at = 4; at < file.length - 4; at += 4) {
            if (ByteBuffer.wrap(file).getInt(at) == 0x0a0d0d0a) {
                return at;
            }
        }
        throw new AssertionError("no second section");
    }

    @Test
    void aBlockWithoutRoomForACommentIsTold() throws IOException {
        List<byte[]> packets = packets();
        byte[] original = new PcapngBuilder(ByteOrder.LITTLE_ENDIAN).section().device(1, 0).simple(packets.get(0), packets.get(0).length)
                .simple(packets.get(1), packets.get(1).length).toBytes();
        Annotated annotated = annotate(original);
        assertEquals(2, annotated.problems.size(), annotated.problems::toString);
        assertTrue(annotated.problems.get(1).contains("frame 2"), annotated.problems::toString);
        assertArrayEquals(original, annotated.bytes);
    }

    /** A capture that was cut, anywhere: its whole packets get their comments, its end stays as it is. */
    @Test
    void whatIsDamagedStaysSo() throws IOException {
        byte[] whole = everything(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
        for (int length = 60; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertArrayEquals(cut, Blocks.of(annotate(cut).bytes).stripped, "of " + length);
        }
    }
}
