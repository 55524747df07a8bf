package org.resetscope.core.internal.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

/** The bytes of a file on its disk: tells how far it has been read, and ends when the user cancels. */
final class WatchedStream extends FilterInputStream {

    static final int TICKS = 1000;

    private final long size;
    private final SubMonitor progress;
    private long at;
    private int ticks;

    /**
     * @param size 0 where it is not known, as of pipes
     * @param progress of {@link #TICKS}
     */
    WatchedStream(InputStream in, long size, SubMonitor progress) {
        super(in);
        this.size = size;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws OperationCanceledException when the user cancelled */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        progress.checkCanceled();
        int read = super.read(target, offset, length);
        at += Math.max(0, read);
        int reached = size == 0 ? 0 : (int) Math.min(TICKS, at * (double) TICKS / size);
        if (reached > ticks) {
            progress.worked(reached - ticks);
            ticks = reached;
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
