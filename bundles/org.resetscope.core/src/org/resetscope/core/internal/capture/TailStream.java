package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** A file that somebody writes to: at its end, the stream waits for more. It ends when another file takes its place, or it is emptied. */
public final class TailStream extends InputStream {

    private static final long POLL_MILLIS = 50;

    private final Path path;
    private final FileChannel channel;
    private final Object key;
    private long position;
    private volatile boolean closed;
    private volatile boolean replaced;

    public TailStream(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.key = key();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!closed) {
            // asked before reading: what was written to the old file until then is read
            boolean other = length > 0 && otherFile();
            int count = channel.read(ByteBuffer.wrap(into, offset, length), position);
            if (count > 0 || length == 0) {
                position += count;
                return count;
            }
            if (other || channel.size() < position) {
                replaced = true;
                return -1;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
        return -1;
    }

    private boolean otherFile() {
        try {
            return !Objects.equals(key, key());
        } catch (IOException e) {
            return false; // moved away: the next one is not there yet
        }
    }

    /** Tells files apart, where the system does. */
    private Object key() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** Whether there is another file, or other contents, to read on. */
    public boolean replaced() {
        return replaced;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        channel.close();
    }
}
