package org.resetscope.ui.internal.wireshark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Platform;
import org.resetscope.ui.internal.preferences.Preferences;
import org.resetscope.ui.session.OpenFrame;

/** Wireshark, where it is installed. */
final class Wireshark {

    private static final String NAME = "wireshark";

    private Wireshark() {
    }

    /** The program that the preferences name, or that is found where programs are; null for none. */
    static Path find() {
        String wished = Preferences.store().getString(Preferences.WIRESHARK).strip();
        return find(wished.isEmpty() ? usual() : List.of(wished));
    }

    static Path find(List<String> places) {
        for (String place : places) {
            try {
                Path program = Path.of(place);
                if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
                    return program;
                }
            } catch (InvalidPathException e) {
                // the search path of the system may hold anything
            }
        }
        return null;
    }

    private static List<String> usual() {
        List<String> places = new ArrayList<>();
        boolean windows = Platform.OS.isWindows();
        String search = System.getenv("PATH");
        for (String directory : search == null ? new String[0] : search.split(File.pathSeparator)) {
            places.add(directory + File.separator + NAME + (windows ? ".exe" : ""));
        }
        if (windows) {
            for (String root : new String[] {"ProgramFiles", "ProgramFiles(x86)"}) {
                places.add(System.getenv(root) + "\\Wireshark\\Wireshark.exe");
            }
        }
        places.add("/Applications/Wireshark.app/Contents/MacOS/Wireshark");
        return places;
    }

    /** The arguments that open a capture at a packet. */
    static List<String> arguments(OpenFrame frame) {
        return List.of("-r", frame.capture().file(frame.frame()).toString(), "-g", Long.toString(frame.frame().frame()));
    }

    static void open(Path program, OpenFrame frame) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments(frame));
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start()
                .getOutputStream().close();
    }

    /** To be pasted into a shell. */
    static String commandLine(OpenFrame frame) {
        return NAME + arguments(frame).stream().map(Wireshark::quoted).collect(Collectors.joining(" ", " ", ""));
    }

    private static String quoted(String argument) {
        if (argument.matches("[\\w./:=+-]+")) {
            return argument;
        }
        return Platform.OS.isWindows() ? '"' + argument + '"' : '\'' + argument.replace("'", "'\\''") + '\'';
    }
}
