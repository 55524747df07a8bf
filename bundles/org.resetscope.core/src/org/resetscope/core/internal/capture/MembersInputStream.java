package org.resetscope.core.internal.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Makes the JDK's gzip reader go on to the next member of a concatenated file: it takes {@code available() == 0} for the end, which on a
 * pipe means only that the next byte has not come yet.
 */
final class MembersInputStream extends FilterInputStream {

    MembersInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int available() throws IOException {
        return Math.max(1, super.available());
    }
}
