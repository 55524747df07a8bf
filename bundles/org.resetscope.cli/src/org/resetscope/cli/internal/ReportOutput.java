package org.resetscope.cli.internal;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Where a report goes. */
interface ReportOutput {

    /** Writes a report. */
    @FunctionalInterface
    interface Body {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes what is no text. */
    @FunctionalInterface
    interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    int BUFFER = 1 << 16;

    void write(Body body) throws IOException;

    /** @param stream stays open */
    static ReportOutput to(OutputStream stream, Charset charset) {
        return body -> {
            Writer out = writer(stream, charset);
            body.writeTo(out);
            out.flush();
        };
    }

    /**
     * To a file in UTF-8, which appears when the report is complete: until then, and when writing fails, an older file of that name
     * stays as it is. What is no regular file (a pipe, /dev/stdout) is written directly.
     */
    static ReportOutput to(Path file) {
        return body -> replace(file, stream -> to(stream, StandardCharsets.UTF_8).write(body));
    }

    /** Writes bytes to a file, likewise. */
    static void replace(Path file, Bytes bytes) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream stream = Files.newOutputStream(target)) {
                bytes.writeTo(stream);
            }
            return;
        }
        Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE), BUFFER)) {
                bytes.writeTo(stream);
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Half a surrogate pair in a file's name becomes "?", it does not lose the report. */
    private static Writer writer(OutputStream stream, Charset charset) {
        return new BufferedWriter(new OutputStreamWriter(stream, charset.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)), BUFFER);
    }
}
