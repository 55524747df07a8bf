package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.resetscope.core.model.Problem;

/** A temporary file that goes away with the input. */
final class SpooledInput extends FileInput {

    private final FileChannel channel;
    private final Path file;
    private final List<Problem> problems;

    SpooledInput(String name, FileChannel channel, Path file, List<Problem> problems) throws IOException {
        super(name, channel);
        this.channel = channel;
        this.file = file;
        this.problems = List.copyOf(problems);
        // where the system allows it already now, so that nothing is left even when the process is killed
        delete(file);
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public void close() {
        discard(channel, file);
    }

    static void discard(FileChannel channel, Path file) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // it was read to the end or given up: nothing is lost
        }
        if (!delete(file)) {
            file.toFile().deleteOnExit();
        }
    }

    private static boolean delete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
