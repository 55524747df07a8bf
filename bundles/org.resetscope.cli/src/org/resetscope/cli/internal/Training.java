package org.resetscope.cli.internal;

import java.io.OutputStream;
import java.io.PrintStream;

import org.resetscope.core.extension.ClassPathRegistry;

/**
 * Keeps what the plug-ins' files say, then loads the classes that common commands load, for the JVM to keep them in its class data
 * sharing archive. The start script runs it once on each machine; nothing it does may fail or be seen.
 */
public final class Training {

    private Training() {
    }

    /** @param arguments a small capture */
    public static void main(String[] arguments) throws ClassNotFoundException {
        ClassPathRegistry.keep();
        Class.forName(Main.class.getName());
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(System.out);
        Cli.run("--version");
        Cli.run("analyze", "--help");
        for (String format : new String[] { "text", "json", "csv", "markdown", "html" }) {
            Cli.run("analyze", "--format", format, arguments[0]);
        }
    }
}
