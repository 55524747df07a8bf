package org.resetscope.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What one command line did. */
record Run(int exit, String out, String err) {

    /** In this process. */
    static Run of(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit;
        try (PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exit = Cli.run(strings(arguments), out, stream, Terminal.NONE);
        }
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** In a process of its own, on this class path. */
    static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(strings(arguments)));
        return new ProcessBuilder(command).directory(new File(".")).start();
    }

    static String[] strings(Object... arguments) {
        List<String> strings = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof List<?> list) {
                list.forEach(a -> strings.add(a.toString()));
            } else {
                strings.add(argument.toString());
            }
        }
        return strings.toArray(String[]::new);
    }

    JsonObject json() {
        return JsonParser.parseString(out).getAsJsonObject();
    }
}
