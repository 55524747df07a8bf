package org.resetscope.cli.internal;

import java.io.IOException;
import java.util.Locale;

/** Tells whether nobody reads any more; Java has no class for it, only the systems' words. */
final class BrokenPipe {

    private BrokenPipe() {
    }

    static boolean is(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("pipe is being closed") || message.contains("pipe has been ended");
    }
}
