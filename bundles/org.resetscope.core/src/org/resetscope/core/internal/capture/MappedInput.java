package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.resetscope.core.capture.CaptureInput;

/**
 * A file mapped into memory in windows, since one map cannot exceed 2 GiB. Windows overlap, so that a packet across the border of one
 * lies whole in it; each is mapped once, and again only for a view longer than the overlap.
 */
public class MappedInput implements CaptureInput {

    private static final long WINDOW = 1L << 30;
    private static final long OVERLAP = 1L << 24;

    private final String name;
    private final FileChannel channel;
    private final long size;
    private final long window;
    private final long overlap;
    private final ByteBuffer[] maps;

    /**
     * @param channel of the file; closed with this
     * @param window bytes after which a new map begins
     * @param overlap bytes by which each map reaches into the next window
     */
    public MappedInput(String name, FileChannel channel, long window, long overlap) throws IOException {
        this.name = name;
        this.channel = channel;
        this.size = channel.size();
        this.window = window;
        this.overlap = overlap;
        this.maps = new ByteBuffer[Math.toIntExact(size / window + 1)];
    }

    MappedInput(String name, FileChannel channel) throws IOException {
        this(name, channel, WINDOW, OVERLAP);
    }

    static MappedInput open(String name, Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new MappedInput(name, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public synchronized ByteBuffer view(long offset, int atLeast) throws IOException {
        if (offset < 0 || offset >= size) {
            return ByteBuffer.allocate(0);
        }
        int number = (int) (offset / window);
        long start = number * window;
        if (maps[number] == null) {
            maps[number] = map(start, window + overlap);
        }
        int index = (int) (offset - start);
        int length = maps[number].limit() - index;
        if (length < atLeast && start + maps[number].limit() < size) {
            return map(offset, atLeast);
        }
        return maps[number].slice(index, length);
    }

    private ByteBuffer map(long offset, long length) throws IOException {
        return channel.map(MapMode.READ_ONLY, offset, Math.min(length, size - offset));
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
