package org.resetscope.core.configuration;

/**
 * A part of a configuration that people look for.
 *
 * @param label its name and what matters of it, in a few words
 * @param depth 0 for the outermost; an entry belongs to the one before it that has a smaller depth
 * @param file name of the text
 * @param line from 1
 */
public record OutlineEntry(String label, int depth, String file, int line) {
}
