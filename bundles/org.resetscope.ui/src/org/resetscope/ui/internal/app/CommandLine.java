package org.resetscope.ui.internal.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The arguments of the workbench: captures to open. */
public final class CommandLine {

    /** The start script puts this before each of the user's arguments, which tells them from those of Equinox. */
    private static final String MARK = "+";

    private CommandLine() {
    }

    /** Relative ones start from the directory that the user works in: the start script does not change it. */
    public static List<Path> files(String[] arguments) {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith(MARK) && argument.length() > MARK.length()) {
                try {
                    files.add(Path.of(argument.substring(MARK.length())).toAbsolutePath());
                } catch (InvalidPathException e) {
                    // No file can have such a name on this system.
                    System.err.println("resetscope: " + argument.substring(MARK.length()) + " is no file name");
                }
            }
        }
        return files;
    }
}
