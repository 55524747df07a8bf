package org.resetscope.cli.internal;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.extension.Extensions;

/** The command line on a plain class path, without OSGi. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            readPluginsMeanwhile();
        }
        System.exit(Cli.run(arguments));
    }

    /** Reading the plug-ins' files takes as long as building the command line: whoever asks for a plug-in first waits for the rest. */
    private static void readPluginsMeanwhile() {
        Thread thread = new Thread(() -> Extensions.read(Extensions.DETECTORS, Detector.class), "ResetScope plug-ins");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, e) -> { }); // whoever asks for a plug-in meets it again
        thread.start();
    }
}
