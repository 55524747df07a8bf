package org.resetscope.ui.internal.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.resetscope.ui.session.Input;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.Notes.Place;

/**
 * What a case keeps: which captures are open and what the user remarked on their resets. Paths are absolute here, relative in the file.
 *
 * @param digests of the captures that could be read when the case was saved
 */
public record CaseFile(List<Input> inputs, Map<Place, Note> notes, Map<Path, Digest> digests) {

    /** Files of cases are told by it. */
    public static final String ENDING = ".rscase";

    static final String FORMAT = "resetscope-case";
    static final int VERSION = 1;

    public static boolean named(Path file) {
        return String.valueOf(file.getFileName()).endsWith(ENDING);
    }

    /** @param sha256 in hexadecimal */
    public record Digest(long bytes, String sha256) {
    }
}
