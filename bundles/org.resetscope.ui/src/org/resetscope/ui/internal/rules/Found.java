package org.resetscope.ui.internal.rules;

import java.util.List;

import org.resetscope.core.configuration.ConfigurationCheck.Level;
import org.resetscope.core.configuration.Fix;

/**
 * What a lint says of one place: a finding, or something that could not be read or judged.
 *
 * @param title a few words, with the check's id where there is one
 * @param message one or two sentences
 * @param details everything: why, the packet's way, what mends it
 * @param line from 1
 * @param column from 1
 * @param endColumn after the last character; column where no place within the line is known
 */
record Found(Level level, String title, String message, String details, int line, int column, int endColumn, List<Fix> fixes) {
}
