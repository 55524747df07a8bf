package org.resetscope.core.internal.log;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The lines of a text file, gzip or not, of whatever length and encoding; never holds more than one, cut at {@link #LONGEST} bytes. */
final class LogLines implements Closeable {

    static final int LONGEST = 16 << 10;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] line = new byte[LONGEST];
    private int at;
    private int end;
    private long number;

    LogLines(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, BUFFER);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        in = gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    static LogLines open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        try {
            return new LogLines(stream);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** The next line, or null at the end. */
    String next() throws IOException {
        int length = 0;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            byte b = buffer[at++];
            if (b == '\n') {
                break;
            }
            if (length < LONGEST) {
                line[length++] = b;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        return new String(line, 0, length > 0 && line[length - 1] == '\r' ? length - 1 : length, StandardCharsets.UTF_8);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.read(buffer);
        return end > 0;
    }

    /** Of the line that was read last; from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
