package org.resetscope.ui.internal.cases;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import org.resetscope.core.CaptureFile;
import org.resetscope.core.guide.Step;
import org.resetscope.ui.session.Device;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.Notes.Place;
import org.resetscope.ui.session.Route;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;

/** Writes a case file. */
final class CaseWriter {

    private final Path directory;
    private final CaseFile content;
    private final JsonWriter json;

    private CaseWriter(Path directory, CaseFile content, Writer out) {
        this.directory = directory;
        this.content = content;
        json = new JsonWriter(out);
        json.setFormattingStyle(FormattingStyle.PRETTY);
    }

    /** Either all of the new file is there afterwards, or all of the old one. */
    static void write(CaseFile content, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(directory, ".case", ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                new CaseWriter(directory, content, out).write();
            }
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void write() throws IOException {
        json.beginObject();
        json.name("format").value(CaseFile.FORMAT);
        json.name("version").value(CaseFile.VERSION);
        json.name("captures").beginArray();
        for (Input input : content.inputs()) {
            capture(input);
        }
        json.endArray();
        json.name("notes").beginArray();
        for (Map.Entry<Place, Note> note : content.notes().entrySet()) {
            note(note.getKey(), note.getValue());
        }
        json.endArray();
        json.endObject();
        json.flush();
    }

    private void capture(Input input) throws IOException {
        json.beginObject().name("files").beginArray();
        for (CaptureFile file : input.files()) {
            Path path = Path.of(file.file());
            json.beginObject().name("path").value(relative(path));
            if (file.point() != null) {
                json.name("point").value(file.point());
            }
            CaseFile.Digest digest = content.digests().get(path);
            if (digest != null) {
                json.name("bytes").value(digest.bytes()).name("sha256").value(digest.sha256());
            }
            json.endObject();
        }
        json.endArray();
        paths("rules", input.rules());
        paths("logs", input.logs());
        route(input.route());
        names("leftOut", input.leftOut().stream().map(Step::id).sorted().toList());
        json.endObject();
    }

    private void route(Route route) throws IOException {
        names("order", route.order());
        if (!route.devices().isEmpty()) {
            json.name("devices").beginArray();
            for (Device device : route.devices()) {
                json.beginObject().name("name").value(device.name()).name("after").value(device.after());
                paths("rules", device.rules());
                names("profiles", device.profiles());
                json.endObject();
            }
            json.endArray();
        }
    }

    private void names(String name, List<String> names) throws IOException {
        if (!names.isEmpty()) {
            json.name(name).beginArray();
            for (String one : names) {
                json.value(one);
            }
            json.endArray();
        }
    }

    private void paths(String name, List<Path> paths) throws IOException {
        if (!paths.isEmpty()) {
            json.name(name).beginArray();
            for (Path path : paths) {
                json.value(relative(path));
            }
            json.endArray();
        }
    }

    private void note(Place place, Note note) throws IOException {
        json.beginObject().name("file").value(relative(place.file())).name("frame").value(place.frame());
        if (note.bookmarked()) {
            json.name("bookmark").value(true);
        }
        if (!note.text().isEmpty()) {
            json.name("text").value(note.text());
        }
        json.endObject();
    }

    /** As every system writes it; absolute only where there is no way from here, as to another drive. */
    private String relative(Path path) {
        Path way = path.getRoot() != null && path.getRoot().equals(directory.getRoot()) ? directory.relativize(path) : path;
        return way.toString().replace(way.getFileSystem().getSeparator(), "/");
    }
}
