package org.resetscope.firewall.internal.model;

/**
 * A place in a file.
 *
 * @param file as the user names it; null for what no text says (the policy of a chain that is not mentioned)
 * @param line from 1; 0 where file is null
 * @param column of the first character, from 1
 * @param endColumn after the last character
 * @param text what stands there
 */
public record Source(String file, int line, int column, int endColumn, String text) {

    /** Of a default. */
    public static Source none(String text) {
        return new Source(null, 0, 1, 1, text);
    }
}
