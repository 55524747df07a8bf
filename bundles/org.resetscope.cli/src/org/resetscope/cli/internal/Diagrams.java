package org.resetscope.cli.internal;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.cli.ExitCodes;
import org.resetscope.core.Analysis;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Scene;
import org.resetscope.core.scene.SvgWriter;
import org.resetscope.core.visual.ReportDrawings;

/** Draws the first reset of each incident into a directory, one SVG file each. */
final class Diagrams {

    /** A person looks at a few; thousands would only fill the disk. */
    private static final int MOST = 200;

    /**
     * What came of it.
     *
     * @param files id of each reset that is in a drawing to its path, as a reader of the report finds it
     * @param exit 0, or the code that says what went wrong
     */
    record Outcome(Map<String, String> files, int exit) {
    }

    private final Path directory;
    private final String shown;
    private final PrintStream err;
    private final DrawingProblems problems;

    /**
     * @param directory as the user named it; created where it is missing
     * @param report file that the report goes to, from which the drawings are to be found, or null
     * @throws IOException when nothing can be written there; the message says why, for the user
     */
    Diagrams(String directory, String report, PrintStream err) throws IOException {
        this.err = err;
        this.problems = new DrawingProblems(err);
        try {
            this.directory = Path.of(directory);
            Files.createDirectories(this.directory);
        } catch (InvalidPathException | IOException e) {
            throw new IOException("'" + directory + "' is no directory and cannot be created", e);
        }
        if (!Files.isWritable(this.directory)) {
            throw new IOException("'" + directory + "' cannot be written to");
        }
        this.shown = seenFrom(report, directory);
    }

    private String seenFrom(String report, String named) {
        Path from = report == null ? null : new File(report).toPath().toAbsolutePath().getParent();
        try {
            return from == null ? named : from.normalize().relativize(directory.toAbsolutePath().normalize()).toString();
        } catch (IllegalArgumentException e) {
            return directory.toAbsolutePath().toString(); // on another drive
        }
    }

    Outcome draw(Analysis analysis, IProgressMonitor monitor) {
        Map<String, List<Reset>> incidents = new LinkedHashMap<>();
        analysis.resets().forEach(r -> incidents.computeIfAbsent(r.incident(), i -> new ArrayList<>()).add(r));
        List<List<Reset>> chosen = incidents.values().stream().limit(MOST).toList();
        if (incidents.size() > MOST) {
            err.println("resetscope: diagrams of the first " + MOST + " incidents were drawn, of " + incidents.size()
                    + " (--filter chooses others)");
        }
        Map<String, String> files = new HashMap<>();
        try {
            draw(analysis, chosen, files, SubMonitor.convert(monitor, "Drawing", 100));
        } catch (OperationCanceledException e) {
            problems.tell("cancelled: not all diagrams were drawn", ExitCodes.PARTIAL);
        } catch (UncheckedIOException e) {
            String why = e.getCause().getMessage();
            problems.tell("the diagrams cannot be written to " + directory + ": " + why, ExitCodes.INTERNAL_ERROR);
        }
        return new Outcome(files, problems.exit());
    }

    private void draw(Analysis analysis, List<List<Reset>> chosen, Map<String, String> files, SubMonitor monitor) {
        ReportDrawings drawings = new ReportDrawings(analysis, monitor.split(90), text -> problems.tell(text, ExitCodes.PARTIAL));
        drawings.prepare(chosen.stream().map(resets -> resets.get(0).id()).toList());
        for (List<Reset> resets : chosen) {
            Reset first = resets.get(0);
            Scene scene = drawings.scene(first);
            if (scene != null) {
                String name = first.id() + "-frame-" + first.packets().get(0).frame().frame() + ".svg";
                write(scene, directory.resolve(name));
                String path = shown.isEmpty() ? name : shown + (shown.endsWith("/") ? "" : "/") + name;
                resets.forEach(r -> files.put(r.id(), path));
            }
        }
    }

    private void write(Scene scene, Path file) {
        try {
            ReportOutput.to(file).write(out -> SvgWriter.adaptive().write(scene, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
