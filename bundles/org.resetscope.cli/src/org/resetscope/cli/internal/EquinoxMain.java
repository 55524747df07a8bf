package org.resetscope.cli.internal;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts Equinox where the start script cannot mark the user's arguments itself (Windows). Arguments are the launcher's jar, its own
 * options, "--", and the user's arguments, which are passed with the mark that {@link CliApplication} takes off again.
 */
public final class EquinoxMain {

    private EquinoxMain() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> marked = new ArrayList<>();
        boolean own = true;
        for (int i = 1; i < arguments.length; i++) {
            if (own && arguments[i].equals("--")) {
                own = false;
            } else {
                marked.add(own ? arguments[i] : "+" + arguments[i]);
            }
        }
        URL launcher = new File(arguments[0]).toURI().toURL();
        ClassLoader loader = new URLClassLoader(new URL[] { launcher }, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass("org.eclipse.equinox.launcher.Main").getMethod("main", String[].class)
                .invoke(null, (Object) marked.toArray(String[]::new));
    }
}
