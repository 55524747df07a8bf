package org.resetscope.core.tests.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A capture that is written piece by piece, as by another program. */
final class GrowingFile {

    private final Path path;
    private final byte[] bytes;
    private int written;

    GrowingFile(Path path, byte[] bytes) throws IOException {
        this.path = path;
        this.bytes = bytes;
        Files.write(path, new byte[0]);
    }

    /** Writes on up to that byte of the whole. */
    void growTo(int end) throws IOException {
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
            out.write(bytes, written, end - written);
        }
        written = end;
    }

    void finish() throws IOException {
        growTo(bytes.length);
    }

    String name() {
        return path.toString();
    }
}
