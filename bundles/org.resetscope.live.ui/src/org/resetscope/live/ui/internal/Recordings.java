package org.resetscope.live.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.osgi.framework.FrameworkUtil;
import org.resetscope.ui.session.Session;

/** Where the workbench keeps what it watched: the last few. */
final class Recordings {

    private static final int KEPT = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");

    private Recordings() {
    }

    /** Not there yet. */
    static Path next(String name) {
        return folder().resolve(name.replaceAll("[^\\w.-]", "_") + " " + TIME.format(LocalDateTime.now()) + ".pcap");
    }

    private static Path folder() {
        return Platform.getStateLocation(FrameworkUtil.getBundle(Recordings.class)).toPath();
    }

    /** Deletes old ones, but none that is open. */
    static void tidy() throws IOException {
        if (!Files.isDirectory(folder())) {
            return;
        }
        Set<Path> open = Session.captures().all().stream().flatMap(c -> c.input().paths().stream()).collect(Collectors.toSet());
        List<Path> old;
        try (Stream<Path> files = Files.list(folder())) {
            old = files.filter(f -> f.toString().endsWith(".pcap")).sorted(Comparator.comparingLong((Path f) -> f.toFile().lastModified()).reversed())
                    .skip(KEPT).filter(f -> !open.contains(f)).toList();
        }
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
    }
}
