package org.resetscope.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.cli.ExitCodes;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.annotate.AnnotatedCapture;
import org.resetscope.core.model.Capture;

/** The capture once more, with the verdicts as comments. */
final class Annotation {

    private final Path file;
    private final PrintStream err;

    /**
     * @param named file as the user named it
     * @throws IOException when that cannot work; the message says why, for the user
     */
    Annotation(String named, List<CaptureFile> inputs, PrintStream err) throws IOException {
        this.err = err;
        if (inputs.size() != 1) {
            throw new IOException("one capture can be annotated at a time, but there are " + inputs.size());
        }
        String capture = inputs.get(0).file();
        if (capture.equals("-")) {
            throw new IOException("standard input cannot be read a second time; save the packets to a file first");
        }
        try {
            this.file = Path.of(named);
            Path directory = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file) || directory == null || !Files.isDirectory(directory)) {
                throw new IOException("'" + named + "' is a directory, or in none");
            }
            if (Files.exists(file) && Files.exists(Path.of(capture)) && Files.isSameFile(file, Path.of(capture))) {
                throw new IOException("'" + named + "' is the capture itself");
            }
        } catch (InvalidPathException e) {
            throw new IOException("'" + named + "' is no name of a file", e);
        }
    }

    /** @return 0, or the exit code that says what went wrong */
    int write(Analysis analysis, IProgressMonitor monitor) {
        Capture capture = analysis.captures().isEmpty() ? null : analysis.captures().get(0);
        if (capture == null || !capture.readable()) {
            return ExitCodes.OK; // told already
        }
        try {
            ReportOutput.replace(file, out -> AnnotatedCapture.write(analysis, capture, out, monitor)
                    .forEach(problem -> err.println("resetscope: --annotate: " + problem)));
            return ExitCodes.OK;
        } catch (OperationCanceledException e) {
            err.println("resetscope: cancelled: there is no annotated capture");
            return ExitCodes.PARTIAL;
        } catch (IOException e) {
            err.println("resetscope: the annotated capture cannot be written to " + file + ": " + e.getMessage());
            return ExitCodes.INTERNAL_ERROR;
        }
    }
}
