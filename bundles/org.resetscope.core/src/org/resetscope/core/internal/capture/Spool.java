package org.resetscope.core.internal.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureException.Code;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.model.Problem;

/** Copies a stream, decompressed, into a temporary file. */
final class Spool {

    private static final int CHUNK = 1 << 18;
    private static final long SPACE_CHECK = 1L << 26;
    /** Left free on the disk, whatever the stream claims to hold. */
    private static final long RESERVE = 1L << 28;

    private final Path directory;
    private final BooleanSupplier cancelled;

    /** @param directory null: the system's for temporary files */
    Spool(Path directory, BooleanSupplier cancelled) {
        this.directory = directory;
        this.cancelled = cancelled;
    }

    /** Reads the stream to its end, or as far as it can be decompressed, or the disk has room; does not close it. */
    CaptureInput copy(String name, InputStream stream) throws CaptureException {
        BufferedInputStream in = new BufferedInputStream(stream, CHUNK);
        Path file = create(name);
        FileChannel channel = null;
        CaptureInput input = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            List<Problem> problems = fill(name, in, channel, file);
            if (channel.size() == 0) {
                throw problems.isEmpty() ? Inputs.empty(name) : new CaptureException(Code.COMPRESSION, problems.get(0).text());
            }
            input = new SpooledInput(name, channel, file, problems);
            return input;
        } catch (CaptureException e) {
            throw e;
        } catch (IOException e) {
            throw new CaptureException(Code.IO, name + " cannot be read: " + e.getMessage() + ".", e);
        } finally {
            if (input == null) {
                SpooledInput.discard(channel, file);
            }
        }
    }

    private Path create(String name) throws CaptureException {
        try {
            if (directory == null) {
                return Files.createTempFile("resetscope-", ".spool");
            }
            return Files.createTempFile(Files.createDirectories(directory), "resetscope-", ".spool");
        } catch (IOException e) {
            throw new CaptureException(Code.SPOOL, name + " has to be copied to a temporary file, but " + (directory == null
                    ? "the system's directory for temporary files" : directory) + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private List<Problem> fill(String name, BufferedInputStream in, FileChannel channel, Path file) throws IOException {
        in.mark(Compression.MAGIC_LENGTH);
        Compression compression = Compression.of(in.readNBytes(Compression.MAGIC_LENGTH));
        in.reset();
        List<Problem> problems = new ArrayList<>();
        byte[] chunk = new byte[CHUNK];
        long written = 0;
        long room = 0;
        InputStream plain = null;
        while (!cancelled.getAsBoolean()) {
            int count;
            try {
                plain = plain == null ? compression.expand(name, in) : plain;
                count = plain.read(chunk);
            } catch (CaptureException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                if (compression == Compression.NONE) {
                    throw e;
                }
                problems.add(new Problem("truncated", name + " is damaged or ends too early within its " + compression.word()
                        + " compression (" + e.getMessage() + "); the " + written + " bytes before that were used.", written));
                break;
            }
            if (count < 0) {
                break;
            }
            if (room < count) {
                room = Math.min(SPACE_CHECK, Files.getFileStore(file).getUsableSpace() - RESERVE);
            }
            if (room < count) {
                problems.add(new Problem("spool-full", name + " does not fit on the disk that holds " + file.getParent()
                        + "; the first " + written + " bytes were used.", written));
                break;
            }
            write(channel, ByteBuffer.wrap(chunk, 0, count));
            room -= count;
            written += count;
        }
        return problems;
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
