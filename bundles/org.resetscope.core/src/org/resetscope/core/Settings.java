package org.resetscope.core;

import java.nio.file.Path;
import java.util.List;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ConfigurationText;

/**
 * How an analysis is to run.
 *
 * @param join take the inputs as consecutive parts of one capture (rotated files), in the order given
 * @param spoolDirectory where streams that cannot be read twice (compressed files, standard input) are kept while they are analysed;
 *        null: the system's directory for temporary files
 * @param configurations of devices that the captured packets passed: resets are held against their rules
 * @param circumstances of these devices
 */
public record Settings(boolean join, Path spoolDirectory, List<ConfigurationText> configurations, Circumstances circumstances) {

    public static final Settings DEFAULT = new Settings(false, null);

    public Settings {
        configurations = List.copyOf(configurations);
    }

    public Settings(boolean join, Path spoolDirectory) {
        this(join, spoolDirectory, List.of(), Circumstances.USUAL);
    }
}
