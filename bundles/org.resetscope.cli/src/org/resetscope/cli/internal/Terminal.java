package org.resetscope.cli.internal;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What the process is connected to.
 *
 * @param output whether standard output is a terminal: colours and its width are of use
 * @param error whether standard error is a terminal: progress is of use
 * @param width in columns
 * @param charset of what a person reads on standard output
 */
record Terminal(boolean output, boolean error, int width, Charset charset) {

    private static final int USUAL_WIDTH = 100;

    /** Nothing but files and pipes. */
    static final Terminal NONE = new Terminal(false, false, USUAL_WIDTH, StandardCharsets.UTF_8);

    static Terminal ofThisProcess() {
        boolean output = isTerminal(1);
        boolean error = isTerminal(2);
        // what goes to a file or a pipe is UTF-8 everywhere; a console may know less
        Charset charset = output && System.console() != null ? System.console().charset() : StandardCharsets.UTF_8;
        return new Terminal(output, error, output ? columns() : USUAL_WIDTH, charset);
    }

    /** Unlike System.out it tells when nobody reads any more. */
    static OutputStream standardOutput() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /** {@code System.console()} asks for standard input and output together; we need to know each descriptor. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return File.separatorChar == '/' ? testTerminal(descriptor) : System.console() != null;
        }
    }

    private static boolean testTerminal(int descriptor) {
        ProcessBuilder test = new ProcessBuilder("test", "-t", String.valueOf(descriptor));
        test.redirectOutput(descriptor == 1 ? Redirect.INHERIT : Redirect.DISCARD);
        test.redirectError(descriptor == 2 ? Redirect.INHERIT : Redirect.DISCARD);
        return "0".equals(answer(test, false));
    }

    private static int columns() {
        String told = System.getenv("COLUMNS");
        if (told == null && File.separatorChar == '/') {
            String size = answer(new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")), true);
            told = size == null ? null : size.substring(size.indexOf(' ') + 1);
        }
        try {
            int columns = told == null ? 0 : Integer.parseInt(told.strip());
            return columns > 0 ? columns : USUAL_WIDTH;
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }

    /** What a small command prints, or its exit code; null where it cannot be run. */
    private static String answer(ProcessBuilder command, boolean printed) {
        try {
            Process process = command.start();
            String text = printed ? new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII) : "";
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return null;
            }
            return printed ? text : String.valueOf(process.exitValue());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
