package org.resetscope.ui.internal.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.Notes.Place;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenCaptures;
import org.resetscope.ui.session.Session;

/**
 * The case that the user works on: what is open and what was remarked, and the file that it is kept in, if any. Changed on the UI thread
 * only.
 */
public final class Case {

    private static final Case CURRENT = new Case();

    private final Digests digests = new Digests();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Path file;
    private volatile List<Input> savedInputs = List.of();
    private volatile Map<Place, Note> savedNotes = Map.of();

    private Case() {
        Session.notes().addListener(this::changed);
        Session.captures().addListener(OpenCaptures.Listener.of(this::changed)); // a path may be another
    }

    public static Case current() {
        return CURRENT;
    }

    /** Told on any thread when {@link #file()} or {@link #dirty()} may be another. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Where it is kept; null until it is saved. */
    public Path file() {
        return file;
    }

    /** Whether something would be lost. Which captures are open matters only to a case that has a file. */
    public boolean dirty() {
        return !Session.notes().all().equals(savedNotes) || file != null && !inputs().equals(savedInputs);
    }

    /** Forgets everything; files stay. */
    void close() {
        Session.captures().all().forEach(Session.captures()::close);
        Session.notes().set(Map.of());
        taken(null, List.of(), Map.of());
    }

    /** Takes the place of what is open. */
    void open(Path from, CaseFile content) {
        close();
        Session.notes().set(content.notes());
        Map<OpenCapture, List<Path>> opened = new LinkedHashMap<>();
        content.inputs().forEach(input -> opened.put(Session.captures().open(input), input.paths()));
        taken(from, inputs(), Session.notes().all());
        new CheckJob(opened, content.digests(), digests).schedule();
    }

    /** Not on the UI thread: every capture is read for its digest. */
    CaseFile content(List<Input> inputs, Map<Place, Note> notes, IProgressMonitor monitor) {
        List<Path> files = inputs.stream().flatMap(i -> i.paths().stream()).distinct().toList();
        SubMonitor progress = SubMonitor.convert(monitor, "Reading captures for the case", files.size());
        Map<Path, CaseFile.Digest> known = new LinkedHashMap<>();
        for (Path path : files) {
            try {
                known.put(path, digests.of(path, progress.split(1)));
            } catch (IOException e) {
                // a capture that is gone for now still belongs to the case
            }
        }
        return new CaseFile(inputs, notes, known);
    }

    void saved(Path to, CaseFile content) {
        taken(to, content.inputs(), content.notes());
    }

    List<Input> inputs() {
        return Session.captures().all().stream().map(OpenCapture::input).toList();
    }

    private void taken(Path newFile, List<Input> inputs, Map<Place, Note> notes) {
        file = newFile;
        savedInputs = inputs;
        savedNotes = notes;
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
