package org.resetscope.core.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A way to mend a configuration.
 *
 * @param description what it does, in the imperative
 * @param edits all to be applied together; positions are those of the text before any of them
 */
public record Fix(String description, List<Edit> edits) {

    /**
     * Replaces a piece of text.
     *
     * @param file name of the text
     * @param line of the first character replaced, from 1
     * @param column of the first character replaced, from 1
     * @param endLine of the first character kept
     * @param endColumn of the first character kept; a place of no length is an insertion
     * @param text the new text, with line feeds as line ends
     */
    public record Edit(String file, int line, int column, int endLine, int endColumn, String text) {
    }

    public Fix {
        edits = List.copyOf(edits);
    }

    /** A file's text with the edits made that are about it. Places behind the end of a line, or of the text, are its end. */
    public String applied(String file, String text) {
        StringBuilder result = new StringBuilder(text);
        List<Edit> its = new ArrayList<>(edits);
        its.removeIf(e -> !e.file().equals(file));
        its.sort(Comparator.comparingInt(Edit::line).thenComparingInt(Edit::column).reversed());
        for (Edit edit : its) {
            int start = offset(text, edit.line(), edit.column());
            result.replace(start, Math.max(start, offset(text, edit.endLine(), edit.endColumn())), edit.text());
        }
        return result.toString();
    }

    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        return Math.min(start + column - 1, end < 0 ? text.length() : end + 1);
    }
}
