package org.resetscope.core.configuration;

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
}
