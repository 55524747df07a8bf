package org.resetscope.core.internal.capture;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureException.Code;
import org.resetscope.core.capture.CaptureInput;

/** Chooses how the bytes of a capture are got at, and says in plain words why they cannot be. */
public final class Inputs {

    private static final String STANDARD_INPUT = "-";

    private Inputs() {
    }

    /** See {@link org.resetscope.core.reading.Captures#open}. */
    public static CaptureInput open(String file, Path spoolDirectory, BooleanSupplier cancelled) throws CaptureException {
        Spool spool = new Spool(spoolDirectory, cancelled);
        if (STANDARD_INPUT.equals(file)) {
            try (StandardInput in = StandardInput.open()) {
                return spool.copy("standard input", in);
            }
        }
        try {
            return openPath(file, Path.of(file), spool);
        } catch (IOException | InvalidPathException e) {
            throw reason(file, e);
        }
    }

    private static CaptureException reason(String file, Exception e) {
        if (e instanceof CaptureException known) {
            return known;
        } else if (e instanceof InvalidPathException || e instanceof NoSuchFileException) {
            return new CaptureException(Code.NOT_FOUND, "There is no file " + file + ".", e);
        } else if (e instanceof AccessDeniedException) {
            return notPermitted(file, e);
        }
        return new CaptureException(Code.IO, file + " cannot be read: " + e.getMessage() + ".", e);
    }

    /**
     * Opens a file that grows, or a stream that goes on, to be read as its bytes come.
     *
     * @return which ends when another file takes the place of this one
     */
    public static InputStream follow(String file) throws CaptureException {
        if (STANDARD_INPUT.equals(file)) {
            return new FilterInputStream(new FileInputStream(FileDescriptor.in)) {
                @Override
                public void close() {
                    // belongs to the process
                }
            };
        }
        try {
            Path path = Path.of(file);
            check(file, path);
            return Files.isRegularFile(path) ? new TailStream(path) : new FileInputStream(path.toFile());
        } catch (IOException | InvalidPathException e) {
            throw reason(file, e);
        }
    }

    private static void check(String name, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new CaptureException(Code.DIRECTORY, name + " is a directory; name the capture files in it.");
        }
        if (!Files.exists(path) && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(name);
        }
        if (!Files.isReadable(path)) {
            if (Files.exists(path)) {
                throw notPermitted(name, null);
            }
            throw new CaptureException(Code.NOT_FOUND, name + " is a link to a file that is not there.");
        }
    }

    private static CaptureInput openPath(String name, Path path, Spool spool) throws IOException {
        check(name, path);
        if (!Files.isRegularFile(path)) {
            // a pipe; the stream of java.nio wants to seek in it
            try (InputStream in = new FileInputStream(path.toFile())) {
                return spool.copy(name, in);
            }
        }
        if (Files.size(path) == 0) {
            throw empty(name);
        }
        Compression compression;
        try (InputStream in = Files.newInputStream(path)) {
            compression = Compression.of(in.readNBytes(Compression.MAGIC_LENGTH));
        }
        if (compression == Compression.NONE) {
            return FileInput.open(name, path);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return spool.copy(name, in);
        }
    }

    static CaptureException empty(String name) {
        return new CaptureException(Code.EMPTY, name + " is empty.");
    }

    private static CaptureException notPermitted(String name, Throwable cause) {
        return new CaptureException(Code.NOT_PERMITTED, "You are not permitted to read " + name + ".", cause);
    }

    /** Says what a file that is no capture looks like: "it begins with ...". */
    public static String describe(ByteBuffer head) {
        StringBuilder hex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        boolean printable = true;
        for (int i = 0; i < head.limit(); i++) {
            int value = head.get(i) & 0xff;
            printable &= value >= ' ' && value < 0x7f || value == '\n' || value == '\r' || value == '\t';
            if (i < 8) {
                hex.append(i == 0 ? "" : " ").append(String.format("%02x", value));
            }
            if (i < 24 && text.indexOf("\n") < 0) {
                text.append((char) value);
            }
        }
        return printable ? "it is text that begins \"" + text.toString().strip() + "\"" : "it begins with the bytes " + hex;
    }
}
