package org.resetscope.cli.internal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs one command line; needs no OSGi. */
@Command(name = "resetscope", mixinStandardHelpOptions = true, version = "resetscope 0.1.0",
        description = "Explains TCP resets in packet captures.")
public final class Cli implements Runnable {

    private Cli() {
    }

    /** Returns the exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new Cli()).execute(arguments);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }
}
