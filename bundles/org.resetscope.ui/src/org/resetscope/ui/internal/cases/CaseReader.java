package org.resetscope.ui.internal.cases;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.resetscope.core.CaptureFile;
import org.resetscope.core.guide.Step;
import org.resetscope.ui.session.Device;
import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.Notes.Place;
import org.resetscope.ui.session.Route;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.MalformedJsonException;

/** Reads a case file, which may come from anybody: what is wrong in it is told, the rest is used. */
final class CaseReader {

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_CAPTURES = 1_000;
    private static final int MOST_NOTES = 100_000;
    private static final int MOST_DEVICES = 20;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private final Path file;
    private final Path directory;
    private final List<String> problems = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<Place, Note> notes = new LinkedHashMap<>();
    private final Map<Path, CaseFile.Digest> digests = new LinkedHashMap<>();

    private CaseReader(Path file) {
        this.file = file;
        this.directory = file.toAbsolutePath().getParent();
    }

    /** @param problems sentences on what was left out */
    record Result(CaseFile content, List<String> problems) {
    }

    /** @throws IOException whose message names the file and says why it is no case */
    static Result read(Path file) throws IOException {
        CaseReader reader = new CaseReader(file);
        reader.read();
        return new Result(new CaseFile(reader.inputs, reader.notes, reader.digests), reader.problems);
    }

    private void read() throws IOException {
        JsonObject top = parse();
        if (!CaseFile.FORMAT.equals(text(top, "format"))) {
            throw new IOException(file + " is no case of ResetScope.");
        }
        if (number(top, "version") > CaseFile.VERSION) {
            throw new IOException(file + " was written by a newer ResetScope than this one.");
        }
        entries(top, "captures", MOST_CAPTURES).forEach(this::capture);
        entries(top, "notes", MOST_NOTES).forEach(this::note);
    }

    private JsonObject parse() throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + " is no regular file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + " is larger than any case.");
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (STRICT.getAdapter(JsonElement.class).fromJson(text) instanceof JsonObject object) {
                return object;
            }
            throw new IOException(file + " is no case of ResetScope.");
        } catch (NoSuchFileException e) {
            throw new IOException(file + " is not there.", e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is no case of ResetScope: it is not written in UTF-8.", e);
        } catch (JsonParseException | MalformedJsonException | EOFException e) {
            throw new IOException(file + " cannot be read as a case: " + e.getMessage(), e);
        }
    }

    private List<JsonObject> entries(JsonObject of, String name, int most) {
        List<JsonObject> entries = new ArrayList<>();
        if (of.get(name) instanceof JsonArray array) {
            for (JsonElement element : array) {
                if (entries.size() == most) {
                    problems.add("Only the first " + most + " " + name + " are taken.");
                    break;
                }
                if (element instanceof JsonObject object) {
                    entries.add(object);
                } else {
                    problems.add("One of the " + name + " is no object and is left out.");
                }
            }
        }
        return entries;
    }

    private void capture(JsonObject capture) {
        List<CaptureFile> files = new ArrayList<>();
        for (JsonObject entry : entries(capture, "files", MOST_CAPTURES)) {
            Path path = path(text(entry, "path"));
            if (path != null) {
                String point = text(entry, "point");
                files.add(point.isBlank() ? CaptureFile.of(path.toString()) : Input.at(point.strip(), path));
                String sha256 = text(entry, "sha256");
                if (SHA256.matcher(sha256).matches()) {
                    digests.put(path, new CaseFile.Digest(number(entry, "bytes"), sha256));
                }
            }
        }
        if (!files.isEmpty()) {
            try {
                inputs.add(new Input(files).heldAgainst(paths(capture, "rules")).joinedWith(paths(capture, "logs")).on(route(capture)).leavingOut(leftOut(capture)));
            } catch (IllegalArgumentException e) {
                problems.add("Captures that are compared need the names of their points: " + files.get(0).file() + " is left out.");
            }
        }
    }

    private Route route(JsonObject capture) {
        List<Device> devices = new ArrayList<>();
        for (JsonObject entry : entries(capture, "devices", MOST_DEVICES)) {
            Device device = new Device(text(entry, "name"), (int) Math.min(MOST_CAPTURES, number(entry, "after")), paths(entry, "rules"), texts(entry, "profiles"));
            if (device.name().isEmpty()) {
                problems.add("A device without a name is left out.");
            } else {
                devices.add(device);
            }
        }
        return new Route(texts(capture, "order"), devices);
    }

    /** Steps that this version does not know do no harm. */
    private static Set<Step> leftOut(JsonObject capture) {
        List<String> ids = texts(capture, "leftOut");
        return Arrays.stream(Step.values()).filter(step -> ids.contains(step.id())).collect(Collectors.toSet());
    }

    private List<Path> paths(JsonObject of, String name) {
        return texts(of, name).stream().map(this::path).filter(Objects::nonNull).toList();
    }

    /** What is no text is empty. */
    private static List<String> texts(JsonObject of, String name) {
        List<String> texts = new ArrayList<>();
        if (of.get(name) instanceof JsonArray array) {
            array.forEach(element -> texts.add(element instanceof JsonPrimitive p && p.isString() ? p.getAsString() : ""));
        }
        return texts;
    }

    private void note(JsonObject note) {
        Path path = path(text(note, "file"));
        long frame = number(note, "frame");
        if (path != null && frame > 0) {
            boolean bookmark = note.get("bookmark") instanceof JsonPrimitive p && p.isBoolean() && p.getAsBoolean();
            Note read = new Note(bookmark, text(note, "text"));
            if (!read.isEmpty()) {
                notes.put(new Place(path, frame), read);
            }
        } else if (path != null) {
            problems.add("A note on " + path.getFileName() + " names no frame and is left out.");
        }
    }

    /** Where the case says; or beside it, where the files were moved together. */
    private Path path(String written) {
        try {
            // Windows would offer the user's name and password to whatever host the case names.
            if (written.isBlank() || written.startsWith("\\\\") || written.startsWith("//")) {
                problems.add(written.isBlank() ? "A path is missing." : "A file on another host is left out: " + written);
                return null;
            }
            Path path = directory.resolve(written).normalize();
            Path beside = directory.resolve(String.valueOf(path.getFileName()));
            Path found = !Files.exists(path) && Files.exists(beside) ? beside : path;
            if (Files.exists(found) && !Files.isRegularFile(found)) {
                problems.add(found + " is no regular file and is left out.");
                return null;
            }
            return found;
        } catch (InvalidPathException e) {
            problems.add("No file can be called so: " + written);
            return null;
        }
    }

    private static String text(JsonObject of, String name) {
        return of.get(name) instanceof JsonPrimitive p && p.isString() ? p.getAsString() : "";
    }

    /** 0 where there is none. */
    private static long number(JsonObject of, String name) {
        try {
            return of.get(name) instanceof JsonPrimitive p && p.isNumber() ? p.getAsBigDecimal().longValueExact() : 0;
        } catch (ArithmeticException | NumberFormatException e) {
            return 0;
        }
    }
}
