package org.resetscope.core.configuration;

import java.util.List;

/**
 * A fault of a configuration, or something worth knowing about it.
 *
 * @param check id of the {@link ConfigurationCheck}
 * @param level how much it matters here
 * @param certain true: it happens to every packet on the witness path. False: it may happen, depending on what cannot be told from the
 *        text (an address set, a rate, an unknown match), which the message names.
 * @param message what is wrong, which packet suffers and why; one or two sentences
 * @param file name of the text
 * @param line from 1
 * @param column from 1, in characters
 * @param endColumn after the last character of the place; at least column
 * @param witness the packet's way, rule by rule, that proves the finding
 * @param fixes ways out, the best one first; empty where the linter knows none that it could write down
 */
public record ConfigurationFinding(String check, ConfigurationCheck.Level level, boolean certain, String message, String file, int line,
        int column, int endColumn, List<PathStep> witness, List<Fix> fixes) {

    public ConfigurationFinding {
        witness = List.copyOf(witness);
        fixes = List.copyOf(fixes);
    }
}
