package org.resetscope.core.capture;

import java.io.IOException;
import java.util.Locale;

import org.resetscope.core.model.Problem;

/** A capture that cannot be read at all, and why: the message is a sentence for the user that names the file. */
public final class CaptureException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /** Why; in the report in lower case with hyphens. */
    public enum Code {
        /** There is no such file. */
        NOT_FOUND,
        /** It may not be read. */
        NOT_PERMITTED,
        /** It is a directory. */
        DIRECTORY,
        /** It has no bytes. */
        EMPTY,
        /** No format recognises it. */
        UNKNOWN_FORMAT,
        /** The format is known, but its header is too damaged to read any packet. */
        BAD_HEADER,
        /** Compressed in a way that cannot be read here. */
        COMPRESSION,
        /** Temporary files cannot be written. */
        SPOOL,
        /** The medium failed, or the file shrank while it was read. */
        IO
    }

    /** @param message a sentence for the user that names the file */
    public CaptureException(Code code, String message) {
        this(code, message, null);
    }

    /** @param message a sentence for the user that names the file */
    public CaptureException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Why it cannot be read. */
    public Code code() {
        return code;
    }

    /** As it is told in reports. */
    public Problem problem() {
        return Problem.of(code.name().toLowerCase(Locale.ROOT).replace('_', '-'), getMessage());
    }
}
