package org.resetscope.cli.internal;

import java.io.PrintStream;

import org.resetscope.cli.ExitCodes;

/** Tells why drawings are missing, and remembers it for the exit code. */
final class DrawingProblems {

    private final PrintStream err;
    private int exit = ExitCodes.OK;
    private String lastTold = "";

    DrawingProblems(PrintStream err) {
        this.err = err;
    }

    /** Of many diagrams that fail for one reason the first is told. */
    void tell(String text, int code) {
        String reason = text.substring(text.indexOf(": ") + 1);
        if (!reason.equals(lastTold)) {
            err.println("resetscope: " + text.replaceAll("\\p{Cntrl}", "?"));
        }
        lastTold = reason;
        exit = Math.max(exit, code);
    }

    /** 0, or the gravest code told. */
    int exit() {
        return exit;
    }
}
