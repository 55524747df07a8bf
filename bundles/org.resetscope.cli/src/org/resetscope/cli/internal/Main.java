package org.resetscope.cli.internal;

/** The command line on a plain class path, without OSGi. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(Cli.run(arguments));
    }
}
