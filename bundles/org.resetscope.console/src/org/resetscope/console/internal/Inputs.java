package org.resetscope.console.internal;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.resetscope.console.Cells;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.Settings;

/**
 * What the arguments of {@code open} and {@code analyze} mean: {@code open 'a.pcap', 'b.pcap'}, {@code open(args)},
 * {@code open(client: 'c.pcap', server: 's.pcap')}, {@code open(join: true, 'a1.pcap', 'a2.pcap')}.
 */
record Inputs(List<CaptureFile> files, Settings settings) {

    private static final String JOIN = "join";

    static Inputs of(String verb, Object... arguments) {
        List<CaptureFile> files = new ArrayList<>();
        boolean join = false;
        for (Object argument : arguments) {
            if (argument instanceof Map<?, ?> named) {
                join |= Boolean.TRUE.equals(named.get(JOIN));
                named.forEach((name, file) -> {
                    if (!JOIN.equals(name)) {
                        add(files, verb, file, String.valueOf(name));
                    }
                });
            } else {
                add(files, verb, argument, null);
            }
        }
        if (files.isEmpty()) {
            throw new VerbException(verb + ": which capture? Give its file name in quotes.");
        }
        return new Inputs(files, new Settings(join, null));
    }

    private static void add(List<CaptureFile> files, String verb, Object argument, String point) {
        if (argument instanceof Object[] several) {
            for (Object one : several) {
                add(files, verb, one, point);
            }
        } else if (argument instanceof Iterable<?> several && !(argument instanceof java.nio.file.Path)) {
            several.forEach(one -> add(files, verb, one, point));
        } else if (argument instanceof CaptureFile file) {
            files.add(file);
        } else if (argument instanceof CharSequence || argument instanceof File || argument instanceof java.nio.file.Path) {
            files.add(new CaptureFile(home(argument.toString()), point));
        } else {
            throw new VerbException(verb + ": " + Cells.text(argument) + " is no file name");
        }
    }

    /** As a shell would read it. */
    private static String home(String file) {
        return file.equals("~") || file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file;
    }
}
