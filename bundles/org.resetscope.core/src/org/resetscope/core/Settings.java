package org.resetscope.core;

import java.nio.file.Path;

/**
 * How an analysis is to run.
 *
 * @param join take the inputs as consecutive parts of one capture (rotated files), in the order given
 * @param spoolDirectory where streams that cannot be read twice (compressed files, standard input) are kept while they are analysed;
 *        null: the system's directory for temporary files
 */
public record Settings(boolean join, Path spoolDirectory) {

    public static final Settings DEFAULT = new Settings(false, null);
}
