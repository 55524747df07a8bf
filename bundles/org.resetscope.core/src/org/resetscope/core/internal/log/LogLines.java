package org.resetscope.core.internal.log;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.eclipse.core.runtime.SubMonitor;

/**
 * The lines of a text file, gzip or not, of whatever length and encoding, as bytes in a buffer of fixed size; cut at {@link #LONGEST} bytes.
 * Of each line the bytes from {@link #from} to {@link #to} count, until the next one is asked for.
 */
final class LogLines implements Closeable {

    static final int LONGEST = 16 << 10;
    private static final int BUFFER = 1 << 18;
    private static final byte[] UTF_8_MARK = { (byte) 0xef, (byte) 0xbb, (byte) 0xbf };
    private static final int MOST_MARK = 3;
    private static final char REPLACEMENT = '\ufffd';

    private static final int MOST_MAGIC = 6;
    private static final Map<String, byte[]> PACKED = Map.of("xz", new byte[] { (byte) 0xfd, '7', 'z', 'X', 'Z', 0 }, "zstd",
            new byte[] { 0x28, (byte) 0xb5, 0x2f, (byte) 0xfd }, "bzip2", new byte[] { 'B', 'Z', 'h' });

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    /** Of what is still to be read from the buffer, and its end. */
    private int at;
    private int end;
    private long number;

    LogLines(InputStream stream) throws IOException {
        InputStream raw = buffered(stream);
        refuse(raw);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        in = decoded(gzip ? buffered(new GZIPInputStream(raw, 1 << 16)) : raw);
    }

    /** What looks like noise, and would be called that. */
    private static void refuse(InputStream raw) throws IOException {
        raw.mark(MOST_MAGIC);
        byte[] start = raw.readNBytes(MOST_MAGIC);
        raw.reset();
        for (Map.Entry<String, byte[]> other : PACKED.entrySet()) {
            if (start.length >= other.getValue().length && Arrays.equals(start, 0, other.getValue().length, other.getValue(), 0, other.getValue().length)) {
                throw new IOException("it is compressed with " + other.getKey() + "; only gzip is read here. Unpack it first");
            }
        }
    }

    /** Reads of the whole buffer pass through it without a copy. */
    private static InputStream buffered(InputStream stream) {
        return new BufferedInputStream(stream, 1 << 10);
    }

    /** As UTF-8, where a byte order mark tells of another encoding; otherwise as it is, for all others agree in ASCII. */
    private static InputStream decoded(InputStream raw) throws IOException {
        raw.mark(MOST_MARK);
        byte[] start = raw.readNBytes(MOST_MARK);
        raw.reset();
        boolean little = start.length > 1 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe;
        boolean big = start.length > 1 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff;
        if (little || big) {
            raw.skipNBytes(2);
            Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return new Transcoded(raw, charset);
        }
        if (Arrays.equals(start, UTF_8_MARK)) {
            raw.skipNBytes(UTF_8_MARK.length);
        }
        return raw;
    }

    /** @param progress of {@link WatchedStream#TICKS} */
    static LogLines open(Path file, SubMonitor progress) throws IOException {
        InputStream stream = new WatchedStream(Files.newInputStream(file), Files.size(file), progress);
        try {
            return new LogLines(stream);
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** @return false at the end */
    boolean next() throws IOException {
        from = at;
        int looked = at;
        while (true) {
            int newline = Swar.indexOf(buffer, looked, end, Swar.NEWLINE);
            if (newline < end) {
                set(newline);
                at = newline + 1;
                return true;
            }
            if (end - from >= LONGEST) {
                cut();
                return true;
            }
            System.arraycopy(buffer, from, buffer, 0, end - from);
            end -= from;
            from = 0;
            looked = end;
            int read = in.read(buffer, end, BUFFER - end);
            if (read <= 0) {
                at = end;
                if (end > 0) {
                    set(end);
                }
                return end > 0;
            }
            end += read;
        }
    }

    /** The rest of a long line is passed over. */
    private void cut() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, LONGEST);
        from = 0;
        set(LONGEST);
        while (true) {
            int read = in.read(buffer, LONGEST, BUFFER - LONGEST);
            end = LONGEST + Math.max(0, read);
            int newline = Swar.indexOf(buffer, LONGEST, end, Swar.NEWLINE);
            if (newline < end || read <= 0) {
                at = Math.min(end, newline + 1);
                return;
            }
        }
    }

    private void set(int stop) {
        number++;
        to = Math.min(stop, from + LONGEST);
        to -= to > from && buffer[to - 1] == '\r' ? 1 : 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    String text() {
        return text(buffer, from, to - from);
    }

    /** Of UTF-8; where that is not what it is, of Latin-1, as old programs write it. */
    static String text(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        int broken = text.indexOf(REPLACEMENT);
        // a line may have been cut within its last character
        return broken < 0 || broken == text.length() - 1 ? text : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** Of the line; from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
