package org.resetscope.core.tests.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureException.Code;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.reading.Captures;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.tests.build.CaptureBuilder;
import org.resetscope.core.tests.build.LinkType;
import org.resetscope.core.tests.build.PacketBuilder;
import org.resetscope.core.tests.build.PcapngBuilder;

import com.github.luben.zstd.ZstdOutputStream;

import net.jpountz.lz4.LZ4FrameOutputStream;

@Timeout(60)
class InputsTest {

    @TempDir
    Path directory;

    private static byte[] capture() {
        CaptureBuilder capture = CaptureBuilder.pcap();
        var flow = capture.flow("10.0.0.1:40000", "10.0.0.2:80").handshake();
        for (int i = 0; i < 500; i++) {
            flow.client(i).serverAck();
        }
        return capture.toBytes();
    }

    private interface Compressor {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] compress(byte[] bytes, Compressor compressor) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (OutputStream out = compressor.over(buffer)) {
            out.write(bytes);
        }
        return buffer.toByteArray();
    }

    private Path file(String name, byte[]... parts) throws IOException {
        Path file = directory.resolve(name);
        Files.write(file, new byte[0]);
        for (byte[] part : parts) {
            Files.write(file, part, StandardOpenOption.APPEND);
        }
        return file;
    }

    private CaptureException failure(Path file) {
        CaptureException e = assertThrows(CaptureException.class, () -> Reading.of(file));
        assertTrue(e.getMessage().startsWith(file.toString()) || e.getMessage().contains(" " + file), e.getMessage());
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
        return e;
    }

    @Test
    void compressedCapturesAreReadWhateverTheyAreCalled() throws IOException {
        byte[] plain = capture();
        int packets = Reading.of(plain).packets().size();

        for (Path file : List.of(file("a.pcap", compress(plain, GZIPOutputStream::new)), file("b", compress(plain, ZstdOutputStream::new)),
                file("c.gz", compress(plain, LZ4FrameOutputStream::new)))) {
            Reading reading = Reading.of(file);
            assertEquals(packets, reading.packets().size());
            assertEquals(List.of(), reading.problems());
        }
    }

    @Test
    void theTemporaryCopyGoesAwayAndNeverLiesBesideTheFile() throws IOException {
        Path file = file("a.pcap.gz", compress(capture(), GZIPOutputStream::new));
        Path spool = directory.resolve("spool");

        try (CaptureInput input = Captures.open(file.toString(), spool)) {
            assertEquals(capture().length, input.size());
        }

        try (Stream<Path> left = Files.list(spool)) {
            assertEquals(List.of(), left.toList());
        }
        try (Stream<Path> beside = Files.list(directory)) {
            assertEquals(List.of(file, spool), beside.sorted().toList());
        }
    }

    @Test
    void allMembersOfAConcatenatedGzipAreRead() throws IOException {
        byte[] plain = capture();
        byte[] first = compress(Arrays.copyOf(plain, 1000), GZIPOutputStream::new);
        byte[] second = compress(Arrays.copyOfRange(plain, 1000, plain.length), GZIPOutputStream::new);

        assertEquals(Reading.of(plain).packets().size(), Reading.of(file("a.gz", first, second)).packets().size());
    }

    @Test
    void aTruncatedCompressionGivesWhatCouldBeRead() throws IOException {
        byte[] plain = capture();
        for (Compressor compressor : List.<Compressor>of(GZIPOutputStream::new, ZstdOutputStream::new, LZ4FrameOutputStream::new)) {
            byte[] packed = compress(plain, compressor);
            Path file = file("a", Arrays.copyOf(packed, packed.length * 9 / 10));
            List<String> codes;
            try {
                codes = Reading.of(file).codes();
            } catch (CaptureException e) {
                // compressed as one block: not a byte came out
                codes = List.of(e.problem().code());
            }
            assertTrue(codes.contains("truncated") || codes.contains("compression"), codes.toString());
        }
        byte[] packed = compress(plain, GZIPOutputStream::new);
        Reading reading = Reading.of(file("a.gz", Arrays.copyOf(packed, packed.length * 9 / 10)));
        assertEquals("truncated", reading.codes().get(0));
        assertTrue(reading.packets().size() > 500);
    }

    @Test
    void aCompressionThatCannotBeReadIsNamed() throws IOException {
        CaptureException e = failure(file("a.pcap.xz", new byte[] { (byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4 }));

        assertEquals(Code.COMPRESSION, e.code());
        assertTrue(e.getMessage().contains("xz"), e.getMessage());
    }

    @Test
    void aCompressionWhoseLibraryIsMissingIsNamed() throws Exception {
        URL core = Captures.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] { core }, ClassLoader.getPlatformClassLoader())) {
            for (Path file : List.of(file("b.zst", compress(capture(), ZstdOutputStream::new)),
                    file("c.lz4", compress(capture(), LZ4FrameOutputStream::new)))) {
                Method open = alone.loadClass(Captures.class.getName()).getMethod("open", String.class, Path.class);
                Path spool = directory.resolve("spool");

                Throwable e = assertThrows(InvocationTargetException.class, () -> open.invoke(null, file.toString(), spool)).getCause();

                assertEquals(file + " is compressed with " + (file.endsWith("b.zst") ? "zstd" : "lz4")
                        + ", which cannot be read here; decompress it first.", e.getMessage());
                try (Stream<Path> left = Files.list(spool)) {
                    assertEquals(List.of(), left.toList());
                }
            }
        }
    }

    @Test
    void gzipOfNothingSaysWhy() throws IOException {
        assertEquals(Code.COMPRESSION, failure(file("a.gz", new byte[] { 0x1f, (byte) 0x8b, 8 })).code());
        assertEquals(Code.EMPTY, failure(file("b.gz", compress(new byte[0], GZIPOutputStream::new))).code());
    }

    @Test
    void whatIsNoFileSaysWhy() throws IOException {
        assertEquals(Code.DIRECTORY, failure(directory).code());
        assertEquals(Code.NOT_FOUND, failure(directory.resolve("missing.pcap")).code());
        assertEquals(Code.EMPTY, failure(file("empty.pcap")).code());
        CaptureException text = failure(file("notes.txt", "Dear diary,\ntoday".getBytes()));
        assertEquals(Code.UNKNOWN_FORMAT, text.code());
        assertTrue(text.getMessage().contains("text that begins \"Dear diary,\""), text.getMessage());
        assertTrue(failure(file("x.bin", new byte[] { 1, 2, 3 })).getMessage().contains("the bytes 01 02 03"));
    }

    @Test
    void aNameThatNoFileCanHaveIsNotFound() {
        CaptureException e = assertThrows(CaptureException.class, () -> Captures.open("a\0b", null));
        assertEquals(Code.NOT_FOUND, e.code());
    }

    @Test
    void aFileWithoutPermissionSaysSo() throws IOException {
        Path file = file("secret.pcap", capture());
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "this user may read everything");

        assertEquals(Code.NOT_PERMITTED, failure(file).code());
    }

    @Test
    void aSpoolDirectoryThatCannotBeMadeSaysSo() throws IOException {
        Path file = file("a.gz", compress(capture(), GZIPOutputStream::new));

        CaptureException e = assertThrows(CaptureException.class, () -> Captures.open(file.toString(), file.resolve("spool")));

        assertEquals(Code.SPOOL, e.code());
    }

    @Test
    void aPipeGivenAsAPathIsRead() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));
        Path pipe = directory.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        byte[] plain = capture();
        Thread writer = new Thread(() -> {
            try {
                Files.write(pipe, plain, StandardOpenOption.WRITE);
            } catch (IOException e) {
                // the reader's count tells
            }
        });
        writer.start();

        assertEquals(Reading.of(plain).packets().size(), Reading.of(pipe).packets().size());
        writer.join(TimeUnit.SECONDS.toMillis(10));
    }

    @Test
    void copyingCanBeCancelled() throws IOException {
        Path file = file("a.gz", compress(capture(), GZIPOutputStream::new));

        CaptureException e = assertThrows(CaptureException.class, () -> Captures.open(file.toString(), directory, () -> true));

        assertEquals(Code.EMPTY, e.code());
    }

    @Test
    void packetsOfEverySizeAreWhole() throws IOException {
        for (CaptureBuilder.Format format : CaptureBuilder.Format.values()) {
            CaptureBuilder capture = CaptureBuilder.of(format).snapLength(1 << 20);
            for (int i = 0; i < 200; i++) {
                byte[] frame = new byte[i % 50 == 49 ? 262_144 - i % 3 : i * 131 % 9000];
                Arrays.fill(frame, (byte) i);
                capture.packet(PacketBuilder.frame(frame));
            }

            Reading reading = Reading.of(capture.write(directory, format.name()));

            assertEquals(200, reading.packets().size());
            assertEquals(List.of(), reading.problems());
            for (int i = 0; i < 200; i++) {
                assertArrayEquals(capture.packets().get(i).toBytes(LinkType.ETHERNET), reading.packets().get(i).bytes());
            }
        }
    }

    @Test
    void aLargeBlockOfNoUseIsSkipped() throws IOException {
        byte[] file = new PcapngBuilder(ByteOrder.LITTLE_ENDIAN).section().device(1, 0).block(0x7777, new byte[1 << 20])
                .enhanced(0, 1, new byte[9], 9).toBytes();

        assertEquals(List.of(1L), Reading.of(file("large.pcapng", file)).frames());
    }

    @Test
    void aFileCutShortWhileItIsReadIsAnIoException() throws IOException {
        CaptureBuilder capture = CaptureBuilder.pcap();
        for (int i = 0; i < 500; i++) {
            capture.packet(PacketBuilder.tcp("10.0.0.1:1", "10.0.0.2:2").payload(1400));
        }
        Path file = capture.write(directory, "shrinks.pcap");
        try (CaptureInput input = Captures.open(file.toString(), null); PacketSource source = Captures.read(input, Reading.FORMATS)) {
            PacketView view = new PacketView();
            assertTrue(source.next(view));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(30);
            }

            CaptureException e = assertThrows(CaptureException.class, () -> {
                while (source.next(view)) {
                    // what was read before is there to use
                }
            });
            assertEquals(Code.IO, e.code());
        }
    }

    @Test
    void aCaptureCanBeReadTwice() throws IOException {
        Path file = file("a.gz", compress(capture(), GZIPOutputStream::new));
        try (CaptureInput input = Captures.open(file.toString(), null)) {
            assertEquals(Reading.of(input).frames(), Reading.of(input).frames());
        }
    }
}
