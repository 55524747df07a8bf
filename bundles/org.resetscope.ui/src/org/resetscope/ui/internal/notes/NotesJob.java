package org.resetscope.ui.internal.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.Notes.Place;
import org.resetscope.ui.session.OpenCapture;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Finds in the background which resets the notes are on. */
final class NotesJob extends Job {

    /** @param reset null while its capture is not read, or has no reset there */
    record Row(Place at, Note note, OpenReset reset) {

        String connection() {
            return reset == null ? "No reset is known here" : Words.flow(reset.reset().flow());
        }

        String cause() {
            return reset == null ? "" : Words.cause(reset.reset().verdict().cause());
        }

        /** The packet, in words. */
        String place() {
            return at.file().getFileName() + ", frame " + at.frame();
        }
    }

    private final Consumer<List<Row>> ready;

    /** @param ready called in the background */
    NotesJob(Consumer<List<Row>> ready) {
        super("Finding the resets of notes");
        this.ready = ready;
        setSystem(true);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == NotesJob.class;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Map<Place, Note> notes = Session.notes().all();
        Map<Place, OpenReset> found = notes.isEmpty() ? Map.of() : find(notes);
        List<Row> rows = new ArrayList<>();
        notes.forEach((place, note) -> rows.add(new Row(place, note, found.get(place))));
        ready.accept(rows);
        return Status.OK_STATUS;
    }

    private static Map<Place, OpenReset> find(Map<Place, Note> notes) {
        Set<Path> files = new HashSet<>();
        notes.keySet().forEach(place -> files.add(place.file()));
        Map<Place, OpenReset> found = new HashMap<>();
        for (OpenCapture capture : Session.captures().counted()) {
            Map<String, Path> byId = new HashMap<>();
            for (Capture read : capture.captures()) {
                Path file = Path.of(read.file());
                if (files.contains(file)) {
                    byId.put(read.id(), file);
                }
            }
            for (OpenReset reset : byId.isEmpty() ? List.<OpenReset>of() : capture.resets()) {
                for (Reset.Packet packet : reset.reset().packets()) {
                    Path file = byId.get(packet.frame().capture());
                    Place place = file == null ? null : new Place(file, packet.frame().frame());
                    if (place != null && notes.containsKey(place)) {
                        found.putIfAbsent(place, reset);
                    }
                }
            }
        }
        return found;
    }
}
