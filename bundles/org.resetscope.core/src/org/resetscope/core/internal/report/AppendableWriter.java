package org.resetscope.core.internal.report;

import java.io.IOException;
import java.io.Writer;

/** Lets libraries that want a {@link Writer} write to an {@link Appendable}; never closes it. */
final class AppendableWriter extends Writer {

    private final Appendable out;

    AppendableWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        out.append(new String(characters, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.append(text, offset, offset + length);
    }

    @Override
    public void write(int character) throws IOException {
        out.append((char) character);
    }

    @Override
    public void flush() {
        // what is appended is out of our hands
    }

    @Override
    public void close() {
        // the owner of the Appendable closes it
    }
}
