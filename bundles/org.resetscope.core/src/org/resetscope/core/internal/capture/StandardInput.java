package org.resetscope.core.internal.capture;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;

/** Standard input while it is copied. The user may end it: who interrupts a pipeline wants to see what came through it until then. */
public final class StandardInput extends InputStream {

    /** What writes into the pipe was most likely interrupted as well, and writes what it still holds. */
    private static final long GRACE_MILLIS = 1000;

    private static volatile StandardInput current;

    private final ReadableByteChannel channel;
    private volatile boolean asked;
    private volatile boolean over;

    /** @param channel that ends a blocked read when it is closed */
    public StandardInput(ReadableByteChannel channel) {
        this.channel = channel;
        current = this;
    }

    /** Of the process; never closed unless the user ends it. */
    static StandardInput open() {
        return new StandardInput(new FileInputStream(FileDescriptor.in).getChannel());
    }

    /**
     * Ends the one that is being read, as if its writer had closed it, which has a moment to do so itself.
     *
     * @return false where none is, or was asked to end before
     */
    public static boolean end() {
        StandardInput input = current;
        if (input == null || input.asked || input.over) {
            return false;
        }
        input.asked = true;
        Thread closer = new Thread(input::closeSoon, "End of standard input");
        closer.setDaemon(true);
        closer.start();
        return true;
    }

    private void closeSoon() {
        try {
            Thread.sleep(GRACE_MILLIS);
            if (!over) {
                channel.close();
            }
        } catch (InterruptedException | IOException e) {
            over = true; // the next read ends it
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (over) {
            return -1;
        }
        try {
            int read = channel.read(ByteBuffer.wrap(target, offset, length));
            over = read < 0;
            return read;
        } catch (ClosedChannelException e) {
            over = true;
            return -1;
        }
    }

    /** The process keeps it. */
    @Override
    public void close() {
        over = true;
    }
}
